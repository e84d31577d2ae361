import { wordsOf } from '../../language.tsx';
import { en } from './words-en.ts';
import { zhCN } from './words-zh-cn.ts';

export type DeletionWords = typeof zhCN;

export const useDeletionWords = wordsOf<DeletionWords>({ 'zh-CN': zhCN, en });
