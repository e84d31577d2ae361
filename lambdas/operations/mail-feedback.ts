import middy from '@middy/core';
import * as z from 'zod/mini';
import { addressGivenUp } from '../adapters/addresses.ts';
import { audited } from '../adapters/audit.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { readUser } from '../adapters/identity.ts';
import type { Store } from '../adapters/store.ts';
import { newEventId, identifier } from '../domain/identifier.ts';
import { mailFeedback } from '../domain/user.ts';
import { bindable } from '../kit/bindable.ts';
import { optimistically } from '../kit/optimistic.ts';

/** All that the rule lets through of what the provider tells: never an address. */
const payload = z.object({ feedback: z.enum(mailFeedback), tenantId: identifier, userId: identifier, sentAt: z.string() });
type Feedback = z.infer<typeof payload>;

/** May come late, twice, or about somebody who is gone; or about an address that was corrected since the mail was sent. */
export const handler = bindable(() => ({ store: dynamodbStore() }), ({ store }: { store: Store }) => middy<unknown, { marked: boolean }>({ timeoutEarlyInMillis: 0 })
  .handler(async (event) => ({ marked: await optimistically(() => mark(store, payload.parse(event))) })));

async function mark(store: Store, { feedback, tenantId, userId, sentAt }: Feedback): Promise<boolean> {
  const subject = { tenantId, userId };
  const user = await readUser(store, subject);
  if (!user || user.feedback || (user.addressSince !== undefined && Date.parse(sentAt) < Date.parse(user.addressSince))) return false;
  await store.transact([
    addressGivenUp(subject, user, feedback),
    audited(subject, { action: 'email.undeliverable', actor: 'system', correlationId: newEventId(), now: new Date(), after: { feedback } }),
  ]);
  return true;
}
