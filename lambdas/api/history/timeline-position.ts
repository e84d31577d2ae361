import * as z from 'zod/mini';
import { cursorTo, MalformedCursor } from '../../adapters/cursor.ts';
import { timelineKinds } from './routes.ts';

/** Where something stands in a timeline. No two things stand in one place. */
const position = z.strictObject({
  at: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)), kind: z.enum(timelineKinds), id: z.string().check(z.regex(/^[\w#-]{1,128}$/)),
});
export type Position = z.infer<typeof position>;

/** @throws MalformedCursor for one that no page gave out */
export function positionIn(cursor: string): Position {
  const { success, data } = position.safeParse(cursorTo(cursor));
  if (!success) throw new MalformedCursor();
  return data;
}

const rankOf = (kind: Position['kind']): number => timelineKinds.indexOf(kind);
const descending = (one: string, other: string): number => (one === other ? 0 : one < other ? 1 : -1);

export const newestFirst = (one: Position, other: Position): number =>
  descending(one.at, other.at) || rankOf(one.kind) - rankOf(other.kind) || descending(one.id, other.id);

export const isBehind = (one: Position, other: Position): boolean => newestFirst(one, other) > 0;

/** The sort key from which the audit goes on: what it has of that very moment was shown before, or is still to come. */
export function auditFrom({ at, kind, id }: Position): string {
  if (kind === 'audit') return `${at}#${id}`;
  return rankOf(kind) < rankOf('audit') ? `${at}~` : at;
}
