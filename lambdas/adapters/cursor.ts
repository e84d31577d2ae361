import type { Query } from './store.ts';

/** A page's cursor is the last key read, opaque to the caller and parsed with suspicion when it comes back. */
export const cursorFrom = (key: Record<string, unknown>): string => Buffer.from(JSON.stringify(key)).toString('base64url');

export function cursorTo(cursor: string): Record<string, string> {
  const key: unknown = parse(cursor);
  if (typeof key !== 'object' || key === null || !Object.values(key).every((part) => typeof part === 'string')) throw new MalformedCursor();
  return key as Record<string, string>;
}

/** Where a query goes on. A cursor of another list is as good as none: the tables would not even try. */
export function startOf({ index, pk }: Query, cursor: string): Record<string, string> {
  const key = cursorTo(cursor);
  const whole = ['pk', 'sk', ...(index ? [index.pk, index.sk] : [])].every((name) => key[name]);
  if (!whole || key[index?.pk ?? 'pk'] !== pk) throw new MalformedCursor();
  return key;
}

/** Where a scan goes on. */
export function scanFrom(cursor: string): Record<string, string> {
  const key = cursorTo(cursor);
  if (!key['pk'] || !key['sk']) throw new MalformedCursor();
  return { pk: key['pk'], sk: key['sk'] };
}

export class MalformedCursor extends Error {
  override readonly name = 'MalformedCursor';
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new MalformedCursor();
  }
}
