import type { Item, TableName } from '../../lambdas/adapters/store.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import type { Told } from '../support/told.ts';

/** What has come of it all: everything that is stored, told or sent, without what is another one each time. Two stories that ended alike have the same. */
export interface Effects {
  readonly stored: readonly string[];
  readonly told: readonly string[];
  readonly mails: readonly string[];
}

/** The engine's own books are judged by themselves: they say how it went, not what came of it. */
const bookkeeping: readonly RegExp[] = [/^RUN$/, /^STEP#/, /^UNDO#/, /^MAIL#/, /^RUN#/];
const engineRows = (table: TableName, { pk, sk, action }: Item): boolean =>
  (table === 'ledger' && (bookkeeping.some((each) => each.test(sk)) || /#(DEADLETTERS|STATISTICS|PULSE)/.test(pk) || /STATISTICS|STATS/.test(`${pk} ${sk}`)))
  || (table === 'audit' && typeof action === 'string' && action.startsWith('run.'))
  // The sum of its shards is held to a recount; which shard it is nobody chooses.
  || (table === 'identity' && /STATISTICS/.test(`${pk} ${sk}`)) || sk === 'REPLY';

const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
const MONTH = /(?<=ERASURES#)\d{4}-\d\d/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What a password was made unreadable with, and to. */
const SALTED = /(?<=\$argon2id\$[^$]+\$[^$]+\$)[\w+/]+\$[\w+/]+/g;
const NAMED = /\b(usr|inv|del|cor|evt|role|key|ses|rec|hold)_[\w-]{20,}/g;
const RANDOM = /(?=[\w+/=.-]*\d)(?=[\w+/=.-]*[a-z])(?=[\w+/=.-]*[A-Z])[\w+/=.-]{20,}/g;
const LONG = /(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{40,}/g;
const HEX = /\b[0-9a-f]{32,}\b/g;
const PUBLIC_KEY = /-----BEGIN PUBLIC KEY-----.*?-----END PUBLIC KEY-----/g;
/** Who tried it again is noted too, and then erased: how many such notes there were tells nothing. */
const AUDIT_COUNT = /"(?:count#)?auditEntries":\d+|"count":\d+(?=,[^{}]*"auditEntries")/g;
/**
 * The note of who took a deletion up again is found by its verification, and erased in one more round: that it was, and the phase in
 * which the run stood, is said on the certificate of such a one.
 */
const SECOND_ROUND = /"(?:count#)?foundAgain":\d+,|,\{"counts":\{\},"name":"certificate"[^}]*\}/g;
/** A request that stood still and went on has moved more often. */
const MOVES = /(?<="sk":"DELETION",.*)"version":\d+/g;
/** When, and under which random name, is no part of what came of it. */
const plain = (text: string, { tenantId, mailDomain }: Told): string => text.replaceAll(mailDomain, '<domain>').replaceAll(tenantId, '<tenant>').replaceAll(PUBLIC_KEY, '<key>').replaceAll(AUDIT_COUNT, '<notes>').replaceAll(MOVES, '<moves>').replaceAll(SECOND_ROUND, '').replaceAll(MOMENT, '<time>').replaceAll(MONTH, '<month>').replaceAll(SALTED, '<random>').replaceAll(UUID, '<id>').replaceAll(NAMED, '<id>').replaceAll(HEX, '<hash>').replaceAll(RANDOM, '<random>').replaceAll(LONG, '<random>').replaceAll(/#\d+"/g, '#<n>"');
const isTime = (value: unknown): boolean => typeof value === 'number' && value > 1_000_000_000;
const spelt = (value: unknown, world: Told): string => plain(JSON.stringify(value, (_, inner: unknown) => {
  if (isTime(inner)) return '<time>';
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1))) : inner;
}), world);

const stores: readonly TableName[] = ['identity', 'keys', 'audit', 'erasures', 'ledger'];
const ofEngine = new Set(['workflow.started', 'workflow.completed', 'workflow.failed', 'workflow.timed_out', 'workflow.compensated', 'workflow.compensation_failed']);

const said = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? '');

export const effectsIn = (world: Told): Effects => ({
  stored: stores.flatMap((table) => world.tables.items(table).filter((item) => !engineRows(table, item)).map((item) => `${table} ${spelt(item, world)}`)).toSorted(),
  told: world.tables.items('events').filter(({ type }) => !ofEngine.has(said(type))).map(({ type, data, aggregateId }) => plain(`${said(type)} of ${said(aggregateId)} ${said(data)}`, world)).toSorted(),
  mails: world.mailbox.sent.map(({ to, mail }) => `${to.slice(0, to.indexOf('@'))}: ${mail.subject}`).toSorted(),
});

/** What the one has and the other has not, and the other way round. */
export function differences(what: string, are: readonly string[], shouldBe: readonly string[]): readonly string[] {
  const left = [...shouldBe];
  const more = are.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...more.map((each) => `${what} too much: ${each}`), ...left.map((each) => `${what} missing: ${each}`)];
}

const MOST_COPIES = 2;
/** As it would have been without the fault. Where nobody could know whether a mail had left, one more copy of it is allowed. */
export const unlike = (are: Effects, golden: Effects, copies: boolean): readonly string[] => [
  ...differences('stored', are.stored, golden.stored), ...differences('event', are.told, golden.told),
  ...(copies ? differences('mail', [...new Set(are.mails)], [...new Set(golden.mails)]) : differences('mail', are.mails, golden.mails)),
  ...(copies ? [...new Set(are.mails)].filter((mail) => countOf(are.mails, mail) - countOf(golden.mails, mail) >= MOST_COPIES).map((mail) => `more than one copy more: ${mail}`) : []),
];
const countOf = (all: readonly string[], one: string): number => all.filter((each) => each === one).length;

/** Of which process an event is the end that went well. */
export const completionsTold = (world: Told, type: string): number => {
  const name = workflows.find((each) => each.type === type)?.publishes.completed.name;
  return world.tables.items('events').filter((event) => event['type'] === name).length;
};
