import { languageNow } from '../language.tsx';
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

/** What stands before the error that a step died of. */
const stepBeforeError = /\b(?:[A-Z][a-z]+){2,}(?=: )/g;

/** A sentence of the service that names a step as the code does, with the name that the reader knows. */
export const withStepsNamed = (sentence: string): string => sentence.replaceAll(stepBeforeError, stepName);
