import { accountErased } from './erase-account.ts';
import { deletionReplayed, readDeletion } from '../adapters/deletion-requests.ts';
import { erasureEnded, erasureReplayed, erasuresSince, readOpenErasure, type Erasure } from '../adapters/erasures.ts';
import type { Store, Write } from '../adapters/store.ts';
import { personKeyKey, type Vault } from '../adapters/vault.ts';
import { isOver } from '../domain/deletion-request.ts';
import type { DataCategory } from '../domain/legal-hold.ts';
import type { Ended } from './certificate.ts';
import { dispositionsOf, type Disposition } from './plan.ts';
import { sealDestroyed } from './seal.ts';
import { sweepChunk, type Found } from './sweep.ts';

/** Belongs into the transaction that completes the request, or leaves it to wait for the end of what is kept back. */
export async function erasureCompleted(store: Store, { request, phases, plan }: Ended, now: Date): Promise<readonly Write[]> {
  const { tenantId, userId, requestId } = request;
  const held = plan?.leftOut ?? [];
  const open = await readOpenErasure(store, request);
  const begun = open ?? { tenantId, userId, requestId, begunAt: request.startedAt ?? now.toISOString(), phases: [] };
  return erasureEnded(begun, {
    phases: phases.filter(({ status }) => status === 'DONE').map(({ name, counts }) => ({ name, counts: { ...counts } })),
    held: held.length > 0 ? held : undefined, now,
  });
}

export interface Ports { readonly store: Store; readonly vault: Vault }
export interface Replayed {
  readonly tenantId: string;
  readonly userId: string;
  readonly requestId: string;
  /** False: its process had not come to its end; nothing of the person is left, but nobody has verified it, and there is no certificate. */
  readonly completed: boolean;
  /** What had come back and is gone again. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * After the other tables were restored to `since`: whoever was erased, or was being erased, is erased once more, before anybody is let
 * in again. As often as one likes; whoever is killed on the way begins anew.
 */
export async function* replay(ports: Ports, since: Date, now: Date): AsyncGenerator<Replayed> {
  for await (const erasure of erasuresSince(ports.store, since, now)) yield erasedOnceMore(ports, erasure, now);
}

async function erasedOnceMore(ports: Ports, erasure: Erasure, now: Date): Promise<Replayed> {
  const { tenantId, userId, requestId, completedAt } = erasure;
  const subject = { tenantId, userId };
  const held = heldBy(erasure);
  const counts = await sweptAll(ports.store, dispositionsOf(subject).filter(({ category }) => !held(category)), now);
  const request = await readDeletion(ports.store, erasure);
  await ports.store.transact([
    ...(held('identity') ? [] : await accountErased(ports, subject, erasure)), ...keyDestroyed(erasure), ...sealDestroyed(erasure), erasureReplayed(erasure, now),
    ...(request && !isOver(request) && completedAt !== undefined ? [deletionReplayed(request, { endedAt: completedAt, held: erasure.held }, now)] : []),
  ]);
  return { tenantId, userId, requestId, completed: completedAt !== undefined, counts };
}

const heldBy = ({ held = [] }: Erasure) => (category: DataCategory): boolean => held.includes(category);

/** What is held and sealed needs the key. */
function keyDestroyed(erasure: Erasure): readonly Write[] {
  const held = heldBy(erasure);
  const needed = held('identity') || dispositionsOf(erasure).some(({ sealed, category }) => sealed && held(category));
  return needed ? [] : [{ table: 'keys', delete: personKeyKey(erasure) }];
}

async function sweptAll(store: Store, areas: readonly Disposition[], now: Date): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  let at: { readonly checkpoint: string | undefined; readonly carried: Found | undefined } = { checkpoint: undefined, carried: undefined };
  for (;;) {
    const chunk = await sweepChunk(store, areas, { ...at, now });
    if (chunk.writes.length > 0) await store.transact(chunk.writes);
    for (const [name, count] of Object.entries(chunk.counts)) counts[name] = (counts[name] ?? 0) + count;
    if (!chunk.more) return counts;
    at = chunk.more;
  }
}
