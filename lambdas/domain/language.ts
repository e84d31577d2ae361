export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const LONGEST_HEADER = 1_000;
const RANGE = /^(\*|[a-z]{1,8})(?:-[a-z0-9]{1,8})*$/i;
const QUALITY = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i;

interface Wish {
  readonly language: Language | '*';
  readonly quality: number;
}

/**
 * The language that suits an `Accept-Language` header best. The primary subtag decides (`zh-TW` reads Chinese, `en-GB`
 * English); equal wishes are taken in their order. A header without a language of ours, or garbage, gives the fallback.
 */
export function negotiateLanguage(acceptLanguage: string | undefined, fallback: Language = 'zh-CN'): Language {
  const wishes = (acceptLanguage ?? '').slice(0, LONGEST_HEADER).split(',').flatMap(wishOf);
  const accepted = wishes.filter(({ quality }) => quality > 0).toSorted((a, b) => b.quality - a.quality);
  const refused = (language: Language) =>
    wishes.some((wish) => wish.language === language) && !accepted.some((wish) => wish.language === language);
  const anyOther = [fallback, ...languages].find((language) => !refused(language)) ?? fallback;
  const best = accepted[0]?.language ?? '*';
  return best === '*' ? anyOther : best;
}

function wishOf(range: string): Wish[] {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const primary = RANGE.exec(tag)?.[1]?.toLowerCase();
  const language = primary === '*' ? '*' : languages.find((ours) => ours.split('-')[0] === primary);
  const quality = parameters.length === 0 ? 1 : qualityOf(parameters);
  return language === undefined || quality === undefined ? [] : [{ language, quality }];
}

function qualityOf(parameters: string[]): number | undefined {
  const [value] = parameters.flatMap((parameter) => QUALITY.exec(parameter)?.[1] ?? []);
  return value === undefined ? undefined : Number(value);
}
