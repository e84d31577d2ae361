import { wordsOf } from '../../language.tsx';
import { en } from './words-en.ts';
import { zhCN } from './words-zh-cn.ts';

export type PeopleWords = typeof zhCN;

export const usePeopleWords = wordsOf<PeopleWords>({ 'zh-CN': zhCN, en });
