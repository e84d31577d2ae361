import { deletionExtended, subjectOfDeletion } from '../../accounts/deletion-steps.ts';
import { readDeletion } from '../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readUser } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import type { Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { extendableUntil, isOver, type DeletionRequest } from '../../domain/deletion-request.ts';
import { causedByRequest } from '../../domain/events/event.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { deletionSummary } from './deletion-view.ts';
import { extendDeletion } from './routes.ts';

type Request = RequestOf<typeof extendDeletion>;
interface Ports { readonly store: Store; readonly vault: Vault }

export const handler = endpoint(extendDeletion, (request: Request, ports: Ports) => optimistically(() => extend(request, ports)), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

/** The person must be told, so it is possible only while somebody can tell her. */
async function extend({ params: { id: requestId }, body, caller, origin, now, commit }: Request, { store, vault: keys }: Ports): Promise<Reply> {
  const request = await readDeletion(store, { tenantId: caller.tenantId, requestId });
  if (!request) throw new Problem('not-found');
  if (isOver(request)) throw new Problem('deletion-over');
  const finishBy = extendedTo(request, body.until, now);
  const subject = subjectOfDeletion(request);
  const [user, key] = await Promise.all([readUser(store, subject), keys.personKey(subject)]);
  if (!user || !key) throw new Problem('extension-not-possible');
  const change = { finishBy, extensionReason: key.seal('words', { words: body.reason }) };
  return commit(
    deletionExtended({ request, user, actor: caller.userId, cause: causedByRequest(origin.requestId), now }, change),
    { status: 200, body: deletionSummary({ ...request, finishBy, extendedAt: now.toISOString() }) });
}

/** @throws Problem 409 where there is no extension, 400 for a date that is none or too far */
function extendedTo(request: DeletionRequest, until: string, now: Date): string {
  const latest = extendableUntil(request, now);
  if (!latest) throw new Problem('extension-not-possible');
  const to = new Date(until);
  if (to <= new Date(request.finishBy)) throw new Problem('invalid-request', [{ pointer: '/until', code: 'too-small' }]);
  if (to > latest) throw new Problem('invalid-request', [{ pointer: '/until', code: 'beyond-due-date' }]);
  return to.toISOString();
}
