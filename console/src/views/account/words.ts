import { wordsOf } from '../../language.tsx';
import { en } from './words-en.ts';
import { zhCN } from './words-zh-cn.ts';

export type AccountWords = typeof zhCN;

export const useAccountWords = wordsOf<AccountWords>({ 'zh-CN': zhCN, en });
