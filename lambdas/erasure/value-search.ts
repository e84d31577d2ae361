import { createHash } from 'node:crypto';
import type { Item, Value } from '../adapters/store.ts';
import { decodings } from './decodings.ts';

/**
 * Looks for a person by what she is recognised by, in every form in which software is known to leave it behind. Long values are looked for
 * anywhere; a name as short as a word only as a word, since three letters stand in every hundredth random id.
 */
export interface Search { readonly matches: (text: string) => boolean }

const SHORT = 10;
/** What is shorter says nothing about anybody. */
const SHORTEST = 2;
/** Three bytes are four letters: a value that lies within a longer text begins at one of three places. */
const ALIGNMENTS = [0, 1, 2];
/** Less of it than this many letters may be chance. */
const FEWEST_LETTERS = 8;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
const html = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '@': '&commat;' };
const htmlNamed = (text: string): string => text.replaceAll(/[&<>"'@]/g, (character) => NAMED[character] ?? character);
const numbered = (text: string): string => Array.from(text, (character) => (/[\w.-]/.test(character) ? character : `&#${character.codePointAt(0)};`)).join('');
const jsonAscii = (text: string): string => JSON.stringify(text).slice(1, -1).replaceAll(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
const strictUrl = (text: string): string => encodeURIComponent(text).replaceAll(/[!'()*.~_-]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);

/** Forms that are compared without regard to case. */
const readable = (value: string): readonly string[] => [
  value, html(value), htmlNamed(value), htmlNamed(value).replaceAll('&commat;', '@'), numbered(value), JSON.stringify(value).slice(1, -1), jsonAscii(value), encodeURIComponent(value), encodeURI(value), strictUrl(value),
  new URLSearchParams({ v: value }).toString().slice('v='.length)].map(folded);

const urlAlphabet = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
/** What of its base64 is the same wherever in a longer text it lies. */
const base64Within = (bytes: Buffer): readonly string[] => ALIGNMENTS.map((before) => {
  const letters = urlAlphabet(Buffer.concat([Buffer.alloc(before), bytes]).toString('base64'));
  const [from, to] = [Math.ceil(before * 8 / 6), Math.floor((before + bytes.length) * 8 / 6)];
  return letters.slice(from, to);
}).filter((letters) => letters.length >= FEWEST_LETTERS);

const spellings = (value: string): readonly string[] => [...new Set([value, value.toLowerCase(), value.toUpperCase(), value.normalize('NFKC'), value.normalize('NFD'), folded(value)])];
const digests = (value: string): readonly Buffer[] => ['sha256', 'sha1', 'md5', 'sha512'].map((algorithm) => createHash(algorithm).update(value).digest());

/** What was itself written in base64 of so many bytes, as a keyed hash is, may stand in hex as well. */
const HASH = /^[\w-]{43}$/;
const keyed = (value: string): readonly Buffer[] => (HASH.test(value) ? [Buffer.from(value, 'base64url')] : []);

interface Terms { readonly anywhere: readonly string[]; readonly words: readonly string[]; readonly hex: readonly string[]; readonly base64: readonly string[]; readonly wholeBase64: readonly string[] }
function termsOf(value: string): Terms {
  const short = value.length < SHORT;
  const forms = spellings(value);
  const bytes = [...forms.map((each) => Buffer.from(each)), ...keyed(value)];
  const hashes = forms.flatMap(digests);
  return {
    anywhere: short ? [] : readable(value), words: short ? readable(value) : [],
    hex: [...bytes.filter(({ length }) => length * 2 >= FEWEST_LETTERS), ...hashes].map((each) => each.toString('hex')),
    base64: [...short ? [] : bytes.flatMap(base64Within), ...hashes.map((each) => urlAlphabet(each.toString('base64')))],
    wholeBase64: bytes.map((each) => urlAlphabet(each.toString('base64'))),
  };
}

const WORD = /[\p{L}\p{N}]/u;
/** Chinese, Japanese and Thai are written without spaces: a name stands between other letters there. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+$/u;
function asWord(text: string, word: string): boolean {
  if (UNSPACED.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!WORD.test(text.charAt(at - 1)) && !WORD.test(text.charAt(at + word.length))) return true;
  return false;
}

export function searchFor(values: readonly string[]): Search {
  const terms = [...new Set(values)].filter(({ length }) => length >= SHORTEST).map(termsOf);
  const all = (kind: keyof Terms): readonly string[] => [...new Set(terms.flatMap((each) => each[kind]))];
  const [anywhere, words, hex, base64, whole] = [all('anywhere'), all('words'), all('hex'), all('base64'), all('wholeBase64')];
  const standsIn = (text: string): boolean => {
    const [plain, letters] = [folded(text), urlAlphabet(text)];
    return anywhere.some((term) => plain.includes(term)) || words.some((word) => asWord(plain, word)) || hex.some((term) => plain.includes(term))
      || base64.some((term) => letters.includes(term)) || whole.some((term) => letters === term || asWord(letters, term));
  };
  return { matches: (text) => standsIn(text) || decodings(text).some(standsIn) };
}

/** Everything in an item that is not a name of ours: its keys, its values however deep, and the names within its values. */
export function* textsOf(item: Item): Generator<{ readonly attribute: string; readonly text: string }> {
  for (const [attribute, value] of Object.entries(item)) for (const text of textsIn(value)) yield { attribute, text };
}

function* textsIn(value: Value): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'number') yield String(value);
  else if (Array.isArray(value)) for (const each of value as readonly Value[]) yield* textsIn(each);
  else if (value !== null && typeof value === 'object')
    for (const [name, each] of Object.entries(value)) {
      yield name;
      yield* textsIn(each);
    }
}
