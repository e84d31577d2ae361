import { createHash } from 'node:crypto';

/**
 * By what a person is recognised in a text, whoever wrote it there and however: as it is, folded, encoded, escaped, hashed. It knows
 * nothing of how a person is erased.
 */
export interface Needles {
  /** Found anywhere, in lower case. */
  readonly folded: readonly string[];
  /** Found anywhere, as they are. */
  readonly exact: readonly string[];
  /** Short names: words of their own, so that no random id and no longer word is taken for one. */
  readonly words: RegExp | undefined;
}

/** Of so many letters a name may stand within a random id by chance. */
const SHORT = 8;
/** Of so few, a random id holds it even between its dashes. */
const VERY_SHORT = 3;
/** Beyond that no name and no address goes: what is sealed is looked for as it is, and encoded. */
const LONGEST_WORDING = 320;
/** So many characters of base64 do not come by chance. */
const UNLIKELY = 8;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
const codeUnits = (text: string): readonly string[] => text.split('');
const hexOf = (unit: string): string => unit.charCodeAt(0).toString(16);
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const isPlain = (character: string): boolean => /[A-Za-z0-9 ]/.test(character);

const urlForms = (text: string): readonly string[] => {
  const url = encodeURIComponent(text.toWellFormed());
  return [url, url.replaceAll('%20', '+'), encodeURIComponent(url), url.replaceAll(/[!'()*.]/g, (each) => `%${hexOf(each)}`)];
};
const jsonForms = (text: string): readonly string[] => {
  const json = JSON.stringify(text).slice(1, -1);
  const inAscii = codeUnits(text).map((unit) => (isPlain(unit) || /[.\-_+]/.test(unit) ? unit : `\\u${hexOf(unit).padStart(4, '0')}`)).join('');
  return [json, JSON.stringify(json).slice(1, -1), json.replaceAll('/', String.raw`\/`), codeUnits(json).map((unit) => (unit > '~' ? `\\u${hexOf(unit).padStart(4, '0')}` : unit)).join(''), inAscii];
};
const htmlForms = (text: string): readonly string[] => {
  const characters = [...text];
  const numeric = (which: (each: string) => boolean, write: (code: number) => string): string => characters.map((each) => (which(each) ? write(each.codePointAt(0) ?? 0) : each)).join('');
  const special = (each: string): boolean => !isPlain(each);
  const specialButDots = (each: string): boolean => special(each) && !/[.\-_+]/.test(each);
  const writings = [(code: number) => `&#${code};`, (code: number) => `&#x${code.toString(16)};`];
  return [
    characters.map((each) => named[each] ?? each).join(''),
    ...writings.flatMap((write) => [numeric(() => true, write), numeric(special, write), numeric(specialButDots, write), numeric((each) => each === '@', write), numeric((each) => each > '~', write)]),
  ];
};

/** The middle that is the same wherever in a longer text the bytes begin. */
function base64Cores(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64').replaceAll('=', '');
    const core = text.slice(offset === 0 ? 0 : offset + 1, (bytes.length + offset) % 3 === 0 ? undefined : -1);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  }).filter((core) => core.length >= UNLIKELY);
}

const digests = (text: string): readonly Buffer[] => [createHash('sha256').update(text).digest()];
const hashForms = (digest: Buffer): { readonly folded: readonly string[]; readonly exact: readonly string[] } =>
  ({ folded: [digest.toString('hex')], exact: [digest.toString('base64').replaceAll('=', ''), digest.toString('base64url')] });

/** The same value as others may have written it. */
const wordingsOf = (value: string): readonly string[] => {
  const spellings = [value, value.trim(), value.normalize('NFC'), value.normalize('NFD'), value.normalize('NFKC')];
  return [...new Set(spellings.flatMap((each) => [each, each.toLowerCase(), each.toUpperCase()]))].filter((each) => each.length > 0);
};

const isWord = (text: string): boolean => [...text].length < SHORT && /^[\p{L}\p{M}\p{N}'’. -]+$/u.test(text) && (/\p{Script=Latin}|\p{N}/u.test(text) || [...text].length === 1);
const asWord = (text: string): string => {
  const within = [...text].length <= VERY_SHORT ? String.raw`[\p{L}\p{M}\p{N}_.-]` : String.raw`[\p{L}\p{M}\p{N}]`;
  return `(?<!${within})${escaped(text)}(?!${within})`;
};

/** `hashes`: keyed hashes by which the person is found, in base64url. */
export function needlesOf(values: readonly string[], hashes: readonly string[] = []): Needles {
  const folded = new Set<string>();
  const exact = new Set<string>(values.filter((value) => value.length > LONGEST_WORDING));
  const words = new Set<string>();
  for (const wording of values.filter((value) => value.length > 0).flatMap((value) => (value.length > LONGEST_WORDING ? [value] : wordingsOf(value)))) {
    const bytes = Buffer.from(wording);
    for (const core of base64Cores(bytes)) exact.add(core);
    if (wording.length > LONGEST_WORDING) continue;
    for (const form of [wording, ...urlForms(wording), ...jsonForms(wording), ...htmlForms(wording), bytes.toString('hex')]) (isWord(form) ? words : folded).add(form.toLowerCase());
    for (const { folded: hex, exact: base64 } of digests(wording).map(hashForms)) [...hex.map((each) => [folded, each] as const), ...base64.map((each) => [exact, each] as const)].forEach(([all, each]) => all.add(each));
  }
  for (const hash of hashes) {
    const { folded: hex, exact: base64 } = hashForms(Buffer.from(hash, 'base64url'));
    for (const each of hex) folded.add(each);
    for (const each of [hash, ...base64]) exact.add(each);
  }
  return { folded: [...folded], exact: [...exact], words: words.size > 0 ? new RegExp([...words].map(asWord).join('|'), 'u') : undefined };
}
