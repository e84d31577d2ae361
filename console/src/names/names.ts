import { languageNow } from '../language.tsx';
import { errorInSentence } from './errors.ts';
import { processesInChinese, stepsInChinese } from './zh-cn.ts';

/** `user_registration` and `CreateUserProfile` as a sentence begins: User registration, Create user profile. Abbreviations stay. */
const spelledOut = (name: string): string => {
  const words = name.replaceAll('_', ' ').replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2').split(' ')
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()));
  const sentence = words.join(' ').replace('api ', 'API ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
};

const named = (name: string, inChinese: Readonly<Record<string, string>>): string =>
  (languageNow.value === 'zh-CN' && Object.hasOwn(inChinese, name) ? inChinese[name] : undefined) ?? spelledOut(name);

/** A process by its type, as the reader calls it; one that was declared after this page was written too. */
export const processName = (type: string): string => named(type, processesInChinese);
export const stepName = (step: string): string => named(step, stepsInChinese);

/** A step, and behind it the error that it died of, where that is a name and no words. */
const stepWithError = /\s?\b((?:[A-Z][a-z]+){2,}): ([A-Z][A-Za-z]*(?:\.[A-Za-z]+)*)?/g;

const endOfSentence = /[.。]$/;

/** A sentence of the service that names a step and its error as the code does, with the names that the reader knows. */
export const withStepsNamed = (sentence: string): string => {
  const isChinese = languageNow.value === 'zh-CN';
  const told = sentence.replaceAll(stepWithError, (_, step: string, error: string | undefined) => {
    const what = error === undefined ? '' : errorInSentence(error);
    return isChinese ? `“${stepName(step)}”：${what}` : ` “${stepName(step)}”: ${what}`;
  }).trimStart();
  return told === sentence || endOfSentence.test(told) ? told : `${told}${isChinese ? '。' : '.'}`;
};
