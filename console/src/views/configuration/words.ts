import { wordsOf } from '../../language.tsx';
import { en } from './words-en.ts';
import { zhCN } from './words-zh-cn.ts';

export type ConfigurationWords = typeof zhCN;

export const useConfigurationWords = wordsOf<ConfigurationWords>({ 'zh-CN': zhCN, en });
