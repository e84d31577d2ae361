import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { won, type Store } from '../../adapters/store.ts';
import { recipientAcknowledged, recipientOf } from '../../adapters/told-recipients.ts';
import { parseToken } from '../../domain/bearer-token.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { acknowledgeDeletion } from './routes.ts';

/** Whoever shows the word of the mail speaks for the office that it went to; who clicks again finds it acknowledged. */
export const handler = endpoint(acknowledgeDeletion, async ({ params: { id: requestId }, body, now }, { store }: { readonly store: Store }) => {
  const token = parseToken(body.token);
  const recipient = token?.userId === requestId ? await recipientOf(store, { tenantId: token.tenantId, requestId }, token.hash) : undefined;
  if (!token || !recipient) throw new Problem('not-found');
  const answer = (acknowledgedAt: string) => ({ status: 200, body: { requestId, status: 'ACKNOWLEDGED', acknowledgedAt } });
  if (recipient.acknowledgedAt !== undefined) return answer(recipient.acknowledgedAt);
  const first = await won(store.transact([recipientAcknowledged({ tenantId: token.tenantId, requestId }, recipient, now)]));
  const known = first ? undefined : (await recipientOf(store, { tenantId: token.tenantId, requestId }, token.hash))?.acknowledgedAt;
  return answer(known ?? now.toISOString());
}, () => ({ store: dynamodbStore() }));
