import { isUtf8 } from 'node:buffer';

/** So deep an encoding within an encoding is opened. */
const DEEPEST = 3;
/** Fewer bytes say anything by chance. */
const FEWEST = 4;

const URL = /(?:%[0-9a-f]{2})+/gi;
const ESCAPE = /\\u([0-9a-f]{4})/gi;
const ENTITY = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;
const BASE64 = /[A-Za-z0-9+/_-]{6,}/g;
const HEX = /(?:[0-9a-f]{2}){4,}/gi;
const LAST_CHARACTER = 0x10_ff_ff;

const character = (code: number): string => (code <= LAST_CHARACTER ? String.fromCodePoint(code) : '');
/** Escapes within a text that says something besides. */
const escapes: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll(URL, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8')),
  (text) => text.replaceAll(ESCAPE, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16))),
  (text) => text.replaceAll(ENTITY, (_, hex: string | undefined, decimal: string | undefined) => character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))),
];

/** What bytes say, where they say anything: a random id does not. */
function saidBy(bytes: Buffer): readonly string[] {
  if (bytes.length < FEWEST || !isUtf8(bytes)) return [];
  const text = bytes.toString('utf8');
  return /[\p{Cn}\p{Co}]|[^\P{Cc}\t\r\n]/u.test(text) ? [] : [text];
}

const opened = (text: string): readonly string[] => [
  ...escapes.map((open) => open(text)).filter((each) => each !== text),
  ...(text.match(BASE64) ?? []).flatMap((run) => saidBy(Buffer.from(run, 'base64'))),
  ...(text.match(HEX) ?? []).flatMap((run) => saidBy(Buffer.from(run, 'hex'))),
];

/** Everything that is encoded in a text, an encoding within an encoding too. */
export const decodings = (text: string, depth = DEEPEST): readonly string[] =>
  (depth === 0 ? [] : opened(text).flatMap((each) => [each, ...decodings(each, depth - 1)]));
