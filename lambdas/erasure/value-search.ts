import type { Item, Value } from '../adapters/store.ts';
import type { Needles } from './value-forms.ts';

/** So deep an encoding within an encoding is opened. */
const DEEPEST = 3;

/** Words of the platform, which somebody may be called by: what is written there by code, in a form that no address has. */
const CODES: Readonly<Record<string, RegExp>> = { action: /^[a-z]+(?:[._][a-z]+)+$/, type: /^[a-z]+(?:[._][a-z]+)+$/, status: /^[A-Z_]+$/, step: /^(?:[A-Z][a-z]+){2,}$/ };

/** Every text within it, names of nested attributes too; those of its own are the platform's. */
function textsIn(value: Value, name: string): readonly string[] {
  if (typeof value === 'string') return CODES[name]?.test(value) ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  if (value === null || typeof value === 'boolean') return [];
  if (isList(value)) return value.flatMap((each) => textsIn(each, name));
  return Object.entries(value).flatMap(([nested, each]) => [nested, ...textsIn(each, nested)]);
}
const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** Whether anything of an item, or what is encoded in it, holds any of these. */
export const holds = (needles: Needles, item: Item): boolean => heldIn(needles, Object.entries(item).flatMap(([name, value]) => textsIn(value, name)).join('\n'), DEEPEST);

function heldIn(needles: Needles, text: string, depth: number): boolean {
  if (needles.exact.some((each) => text.includes(each)) || foldedIn(needles, text.toLowerCase())) return true;
  if (/[^\n -~]/.test(text) && foldedIn(needles, text.normalize('NFKC').toLowerCase())) return true;
  return depth > 0 && decoded(text).some((each) => heldIn(needles, each, depth - 1));
}
const foldedIn = ({ folded, words }: Needles, text: string): boolean => folded.some((each) => text.includes(each)) || (words?.test(text) ?? false);

const BASE64 = /[A-Za-z0-9+/_-]{4,}/g;
const HEX = /(?:[0-9a-fA-F]{2}){3,}/g;
/** What bytes say, where they say anything: random ids do not. */
const printable = (bytes: Buffer): readonly string[] => {
  const text = bytes.toString('utf8');
  return text.length > 1 && !/[\p{Cc}\p{Cn}\p{Co}\uFFFD]/u.test(text.replaceAll(/[\t\r\n]/g, '')) ? [text] : [];
};

function decoded(text: string): readonly string[] {
  const percent = /%[0-9a-fA-F]{2}/.test(text) ? [text.replaceAll(/(?:%[0-9a-fA-F]{2})+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))] : [];
  const unicode = /\\u[0-9a-fA-F]{4}/.test(text) ? [text.replaceAll(/\\u([0-9a-fA-F]{4})/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)))] : [];
  const base64 = (text.match(BASE64) ?? []).flatMap((run) => printable(Buffer.from(run, 'base64')));
  const hex = (text.match(HEX) ?? []).flatMap((run) => printable(Buffer.from(run, 'hex')));
  return [...percent, ...unicode, ...[...base64, ...hex].filter((each) => each.length > 3 || /[^\0-~]/.test(each))];
}
