import { recipientTold } from '../../../adapters/deletion-progress.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readTenant } from '../../../adapters/identity.ts';
import { sesMailbox, type Mailbox } from '../../../adapters/mailbox.ts';
import type { Store, Write } from '../../../adapters/store.ts';
import type { DeletionRequest } from '../../../domain/deletion-request.ts';
import { Fenced } from '../../../domain/errors.ts';
import { privacyOf, type Recipient } from '../../../domain/tenant.ts';
import { log, safeError } from '../../../kit/log.ts';
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
const TRIES = 3;
/** Undefined where it cannot be told, also not at once again: whoever waits for an office that is closed would never be erased. */
async function tell(input: StepInput, ports: Ports, about: About, tries = TRIES): Promise<readonly Write[] | undefined> {
  try {
    return await sendTo(input, ports, about);
  } catch (error) {
    if (error instanceof Fenced) throw error;
    if (tries > 1) return tell(input, ports, about, tries - 1);
    log.error('a recipient could not be told', { runId: input.run.runId, type: input.run.type, step: input.step, error: safeError(error) });
    return undefined;
  }
}

const sendTo = (input: StepInput, ports: Ports, { request, recipient, nth, tenantName }: About): Promise<readonly Write[]> =>
  sendOnce(input, ports, { email: recipient.email, language: 'en' }, {
    recipient: { tenantId: request.tenantId, userId: `recipient-${nth}` }, whenUnknown: 'send once more',
    compose: () => ({ template: 'recipient_notice', recipientName: recipient.name, tenantName, userId: request.userId, requestId: request.requestId }),
  });

export const handler = step(userDeletion, 'NotifyRecipients', notifyRecipients, () => ({ store: dynamodbStore(), mailbox: sesMailbox(mailSettings()) }));
