import { languages, type Language } from '../../lambdas/domain/language.ts';
import { en } from './words/en.ts';
import { zhCN, type DemoWords } from './words/zh-cn.ts';

export const dictionaries: Readonly<Record<Language, DemoWords>> = { 'zh-CN': zhCN, en };

/** The one that was asked for, else the one that the terminal speaks. @throws an error that names what there is */
export function languageOf(asked: string | undefined, { LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const found = languages.find((each) => each.toLowerCase() === asked?.toLowerCase());
  if (asked !== undefined && !found) throw new Error(`--lang ${asked}? ${languages.join(' / ')}`);
  return found ?? ((LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh') ? 'zh-CN' : 'en');
}
