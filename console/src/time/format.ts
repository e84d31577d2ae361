import type { Language } from '../languages.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = JSON.stringify([timeZone, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat('sv-SE', { ...options, timeZone });
  formats.set(key, known);
  return known;
};

const dateOf = (timeZone: string) => formatOf(timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' });
const clockOf = (timeZone: string) => formatOf(timeZone, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** `2026-11-26`, which reads the same in every language. */
export const dateText = (at: number, timeZone: string): string => dateOf(timeZone).format(at);
/** `10:02:11` */
export const clockText = (at: number, timeZone: string): string => clockOf(timeZone).format(at);
export const dateAndClock = (at: number, timeZone: string): string => `${dateText(at, timeZone)} ${clockText(at, timeZone)}`;
/** Of today the clock alone, of another day with its date. */
export const momentText = (at: number, timeZone: string, present: number): string =>
  (dateText(at, timeZone) === dateText(present, timeZone) ? clockText(at, timeZone) : dateAndClock(at, timeZone).slice(0, -3));

const units: Readonly<Record<Language, Readonly<Record<'ms' | 's' | 'min' | 'h' | 'd', string>>>> = {
  'zh-CN': { ms: '毫秒', s: '秒', min: '分', h: '小时', d: '天' },
  en: { ms: 'ms', s: 's', min: 'min', h: 'h', d: 'd' },
};

const joined = (language: Language, whole: number, unit: 'min' | 'h' | 'd', rest: number, restUnit: 's' | 'min' | 'h') => {
  const of = units[language];
  return rest === 0 ? `${whole} ${of[unit]}` : `${whole} ${of[unit]} ${rest} ${of[restUnit]}`;
};

/** `340 ms`, `4.1 s`, `41 s`, `2 min 5 s`, `3 h 12 min`, `2 d 4 h`: two units at the most. */
export const durationText = (ms: number, language: Language): string => {
  const of = units[language];
  if (ms < second) return `${Math.max(0, Math.round(ms))} ${of.ms}`;
  if (ms < 9.95 * second) return `${(ms / second).toFixed(1)} ${of.s}`;
  if (ms < minute - second / 2) return `${Math.round(ms / second)} ${of.s}`;
  if (ms < hour) return joined(language, Math.floor(ms / minute), 'min', Math.floor((ms % minute) / second), 's');
  if (ms < day) return joined(language, Math.floor(ms / hour), 'h', Math.floor((ms % hour) / minute), 'min');
  return joined(language, Math.floor(ms / day), 'd', Math.floor((ms % day) / hour), 'h');
};

/** The same without fractions, for what counts up or down every second. */
export const countText = (ms: number, language: Language): string =>
  (ms < minute ? `${Math.max(0, Math.floor(ms / second))} ${units[language].s}` : durationText(ms, language));
