import { recipientTold } from '../../../adapters/deletion-progress.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readTenant } from '../../../adapters/identity.ts';
import { sesMailbox, type Mailbox } from '../../../adapters/mailbox.ts';
import type { Store, Write } from '../../../adapters/store.ts';
import type { DeletionRequest } from '../../../domain/deletion-request.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { privacyOf, type Recipient } from '../../../domain/tenant.ts';
import { sendOnce } from '../../../kit/mail-once.ts';
import { mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import type { StepInput } from '../../../kit/work.ts';
import { phaseEnded, requestOf } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

interface Ports { readonly store: Store; readonly mailbox: Mailbox }

/** Each to whom data was passed on is told that the person is erased, by the id under which it was passed on. Whoever cannot be told is listed; the deletion goes on. */
export const notifyRecipients: StepBody<Ports> = async (input, ports) => {
  const { run, subject, now } = input;
  const [request, tenant] = await Promise.all([requestOf(ports.store, run), readTenant(ports.store, subject.tenantId)]);
  const recipients = tenant ? privacyOf(tenant).recipients : [];
  const writes: Write[] = [];
  const counts = { recipientsTold: 0, recipientsNotReached: 0 };
  for (const [nth, recipient] of recipients.entries()) {
    const sent = await tell(input, ports, { request, recipient, nth, tenantName: tenant?.name ?? '' });
    counts[sent ? 'recipientsTold' : 'recipientsNotReached'] += 1;
    writes.push(...sent ?? [], recipientTold(request, nth, { name: recipient.name, told: sent !== undefined, now }));
  }
  return phaseEnded(request, 'recipients', { counts, now, writes });
};

interface About { readonly request: DeletionRequest; readonly recipient: Recipient; readonly nth: number; readonly tenantName: string }
/** Undefined where it cannot be told, now or later. */
async function tell(input: StepInput, ports: Ports, { request, recipient, nth, tenantName }: About): Promise<readonly Write[] | undefined> {
  try {
    return await sendOnce(input, ports, { email: recipient.email, language: 'en' }, {
      recipient: { tenantId: request.tenantId, userId: `recipient-${nth}` }, whenUnknown: 'send once more',
      compose: () => ({ template: 'recipient_notice', recipientName: recipient.name, tenantName, userId: request.userId, requestId: request.requestId }),
    });
  } catch (error) {
    if (error instanceof BusinessRefusal && error.name === 'AddressRejected') return undefined;
    throw error;
  }
}

export const handler = step(userDeletion, 'NotifyRecipients', notifyRecipients, () => ({ store: dynamodbStore(), mailbox: sesMailbox(mailSettings()) }));
