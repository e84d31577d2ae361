import { stepName } from '../../names/names.ts';
import { stepOf } from './draft.ts';
import type { ConfigurationWords } from './words.ts';

/** What a setting is called. */
export const settingName = (name: string, { settings: words }: ConfigurationWords): string => {
  const step = stepOf(name);
  if (step !== undefined) return words.bestEffort({ step: stepName(step) });
  return Object.hasOwn(words.names, name) ? words.names[name as keyof typeof words.names] : name;
};

/** A value as a reader says it: a switch is on or off, a time is in seconds. */
export const valueText = (value: boolean | number | undefined, { settings: words }: ConfigurationWords): string =>
  (value === undefined ? '—' : typeof value === 'boolean' ? (value ? words.on : words.off) : words.seconds({ value: value / 1000 }));
