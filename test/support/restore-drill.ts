import { readCertificates } from '../../lambdas/adapters/certificates.ts';
import { readDeletion } from '../../lambdas/adapters/deletion-requests.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import type { Item, Store, TableName } from '../../lambdas/adapters/store.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import type { SignedCertificate } from '../../lambdas/domain/erasure-certificate.ts';
import { replay, type Replayed } from '../../lambdas/erasure/ledger.ts';
import { beginErasure, readyToErase } from './erasures.ts';
import { memoryKeyWrapper } from './memory-key-wrapper.ts';
import { MemoryTables, type Snapshot } from './memory-store.ts';
import type { World } from './world.ts';

/** Where something of the person lies that the erasure had taken: table and kind, as often as there is one. */
export type Remains = readonly string[];

interface Known { readonly subject: Subject; readonly blindIndex: string; readonly requestId: string }
/**
 * Looked for without any code that erases: whatever names the person in the tables of people and keys, but for records that say nothing of
 * anybody; audit entries that say more than the law asks for; the seal.
 */
export function remainsIn(tables: MemoryTables, { subject: { userId }, blindIndex, requestId }: Known): Remains {
  const found = (table: TableName, which: (item: Item, text: string) => boolean): Remains =>
    tables.items(table).filter((item) => which(item, JSON.stringify(item))).map(({ sk }) => (table === 'audit' ? 'audit ENTRY' : `${table} ${sk.split('#')[0] ?? ''}`));
  return [
    ...found('identity', (item, text) => (text.includes(userId) || text.includes(blindIndex)) && item['anonymous'] !== true && item.sk !== 'REPLY' && !grantedBy(item, userId)),
    ...found('keys', (item, text) => text.includes(userId) || (item.pk.includes(requestId))),
    ...found('ledger', ({ pk, sk }) => pk.includes(requestId) && sk.startsWith('SEAL')),
    ...found('audit', (item) => item['subject'] === userId && item['minimised'] !== true),
  ];
}
/** Of somebody else's item the id of whoever granted or caused it says nothing about a person who is gone. */
const grantedBy = ({ pk }: Item, userId: string): boolean => pk.includes('#USER#') && !pk.includes(userId);

export interface Erased extends Known {
  readonly world: World; readonly other: Subject; readonly before: Snapshot; readonly beganAt: Date;
  /** As the tables were before each of the writes that erased. */
  readonly during: readonly Snapshot[];
}

/** Somebody is erased; the tables are remembered as they were before, and on the way. */
export async function someoneErased(many: number): Promise<Erased> {
  const { world, subject, other } = await readyToErase(many);
  const blindIndex = (await world.user(subject)).blindIndex;
  const before = world.tables.snapshot();
  const beganAt = new Date();
  const during: Snapshot[] = [];
  world.tables.interfere = () => { during.push(world.tables.snapshot()); };
  const requestId = await beginErasure(world, subject);
  await world.settle();
  world.tables.interfere = () => undefined;
  return { world, subject, other, blindIndex, requestId, before, beganAt, during };
}

/** The tables as they were at some moment; those of the erasures as they are. */
export function restored({ world }: Erased, snapshot: Snapshot): MemoryTables {
  const tables = new MemoryTables();
  tables.restore({ ...snapshot, erasures: world.tables.items('erasures') });
  return tables;
}

export async function replayed(tables: MemoryTables, since: Date, now: Date, store: Store = tables.store()): Promise<readonly Replayed[]> {
  const done: Replayed[] = [];
  for await (const each of replay({ store, vault: vault(store, memoryKeyWrapper()) }, since, now)) done.push(each);
  return done;
}

export interface Drill {
  readonly afterErasure: Remains; readonly afterRestore: Remains; readonly afterReplay: Remains; readonly afterSecondReplay: Remains;
  readonly replayed: readonly Replayed[]; readonly status: string | undefined; readonly certificate: SignedCertificate | undefined; readonly othersUntouched: boolean;
}

/** The whole drill: erased, restored, found, replayed, gone. */
export async function restoreDrill(erased: Erased, snapshot: Snapshot = erased.before): Promise<Drill> {
  const { world, beganAt, subject, requestId, other } = erased;
  const tables = restored(erased, snapshot);
  const othersBefore = itemsOf(tables, other);
  const afterRestore = remainsIn(tables, erased);
  const now = new Date();
  const done = await replayed(tables, beganAt, now);
  const afterReplay = remainsIn(tables, erased);
  await replayed(tables, beganAt, now);
  const named = { tenantId: subject.tenantId, requestId };
  return {
    afterErasure: remainsIn(world.tables, erased), afterRestore, afterReplay, afterSecondReplay: remainsIn(tables, erased), replayed: done,
    status: (await readDeletion(tables.store(), named))?.status, certificate: (await readCertificates(tables.store(), named))[0],
    othersUntouched: JSON.stringify(itemsOf(tables, other)) === JSON.stringify(othersBefore),
  };
}

const itemsOf = (tables: MemoryTables, { userId }: Subject): readonly Item[] => (['identity', 'keys', 'audit'] as const).flatMap((table) => tables.items(table)).filter(({ pk }) => pk.includes(userId));
