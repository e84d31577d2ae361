import { deletionKey } from '../../lambdas/adapters/deletion-requests.ts';
import { readUser, type Subject } from '../../lambdas/adapters/identity.ts';
import type { Told } from '../support/told.ts';

/** The grace of the person's deletion has just ended. */
export async function graceEnds({ store }: Pick<Told, 'store'>, subject: Subject): Promise<void> {
  const requestId = (await readUser(store, subject))?.deletionRequestId;
  if (requestId === undefined) throw new Error('nobody has asked for a deletion');
  const past = new Date(Date.now() - 1_000).toISOString();
  await store.update({ table: 'ledger', update: deletionKey({ tenantId: subject.tenantId, requestId }), set: { graceEndsAt: past, dueAt: past } });
}
