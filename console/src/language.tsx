import { computed, signal } from '@preact/signals';
import type { Language } from './languages.ts';
import { en } from './words/en.ts';
import type { Words } from './words/zh-cn.ts';
import { zhCN } from './words/zh-cn.ts';
import { recall, remember } from './personal.ts';

const dictionaries = { 'zh-CN': zhCN, en } as const satisfies Record<Language, Words>;

export type { Language } from './languages.ts';

const storageKey = 'language';
const fallback: Language = 'zh-CN';

const isLanguage = (value: string | null): value is Language => value !== null && Object.hasOwn(dictionaries, value);

const preferred = (): Language => {
  const chosen = recall(storageKey);
  if (isLanguage(chosen)) return chosen;
  const spoken = navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => tag === 'zh' || tag === 'en');
  return spoken === 'en' ? 'en' : fallback;
};

const chosen = signal(preferred());
document.documentElement.lang = chosen.value;

/** The language of the page, for what is no component. */
export const languageNow = computed(() => chosen.value);

const choose = (next: Language) => {
  remember(storageKey, next);
  chosen.value = next;
  document.documentElement.lang = next;
};

export const useLanguage = () => ({ language: chosen.value, words: dictionaries[chosen.value], choose });

/** The texts of one view, which are loaded with it; each language has the same keys and slots. */
export const wordsOf = <W,>(inEach: Readonly<Record<Language, W>>) => (): W => inEach[chosen.value];
