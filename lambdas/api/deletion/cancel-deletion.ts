import { deletionTakenBack, subjectOfDeletion } from '../../accounts/deletion-steps.ts';
import { readDeletion } from '../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readUser } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import type { Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { isBeforePivot } from '../../domain/deletion-request.ts';
import { causedByRequest } from '../../domain/events/event.ts';
import { admitToDeletion } from '../../kit/deletion-access.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { cancelDeletion } from './routes.ts';

type Request = RequestOf<typeof cancelDeletion>;

/** Before the pivot, and once: whoever clicks again, or comes second, finds it taken back. */
export const handler = endpoint(cancelDeletion, (request: Request, { store }: { store: Store; vault: Vault }) => optimistically(() => cancel(request, store)), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
}, undefined, admitToDeletion);

async function cancel({ body: { reason }, deletion: { request: { tenantId, requestId }, by }, origin, now, commit }: Request, store: Store): Promise<Reply> {
  const request = await readDeletion(store, { tenantId, requestId });
  if (!request) throw new Problem('not-found');
  const answer: Reply = { status: 200, body: { requestId, status: 'CANCELLED' } };
  if (request.status === 'CANCELLED') return answer;
  const user = await readUser(store, subjectOfDeletion(request));
  if (!isBeforePivot(request) || !user) throw new Problem('past-the-pivot');
  return commit(deletionTakenBack({ request, user, actor: by?.userId ?? request.userId, cause: causedByRequest(origin.requestId), now, ...(reason && { reason }) }), answer);
}
