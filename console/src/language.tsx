import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import { en } from './words/en.ts';
import type { Words } from './words/zh-cn.ts';
import { zhCN } from './words/zh-cn.ts';

const dictionaries = { 'zh-CN': zhCN, en } as const satisfies Record<string, Words>;

export type Language = keyof typeof dictionaries;

interface LanguageChoice {
  readonly language: Language;
  readonly words: Words;
  readonly choose: (language: Language) => void;
}

const storageKey = 'language';
const fallback: Language = 'zh-CN';

const isLanguage = (value: string | null): value is Language => value !== null && Object.hasOwn(dictionaries, value);

/** A browser may forbid storage; the choice then lasts as long as the page. */
const remembered = (): string | null => {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
};

const remember = (language: Language): void => {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    return;
  }
};

const preferred = (): Language => {
  const chosen = remembered();
  if (isLanguage(chosen)) return chosen;
  const spoken = navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => tag === 'zh' || tag === 'en');
  return spoken === 'en' ? 'en' : fallback;
};

const Choice = createContext<LanguageChoice>({ language: fallback, words: dictionaries[fallback], choose: remember });

export const useLanguage = () => useContext(Choice);

export const LanguageProvider = ({ children }: { children: ComponentChildren }) => {
  const [language, setLanguage] = useState(preferred);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (next: Language) => {
    remember(next);
    setLanguage(next);
  };
  return <Choice.Provider value={{ language, words: dictionaries[language], choose }}>{children}</Choice.Provider>;
};
