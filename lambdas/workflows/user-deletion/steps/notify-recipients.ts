import { recipientSecret } from '../../../accounts/deletion-secrets.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readTenant } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox, type Mailbox } from '../../../adapters/mailbox.ts';
import type { Store, Write } from '../../../adapters/store.ts';
import { readRecipients, recipientAddressed, recipientNotReached, recipientTold } from '../../../adapters/told-recipients.ts';
import { vault, type Vault } from '../../../adapters/vault.ts';
import type { DeletionRequest } from '../../../domain/deletion-request.ts';
import { Fenced } from '../../../domain/errors.ts';
import { privacyOf, profileDefaults, type Recipient, type Tenant } from '../../../domain/tenant.ts';
import { recipientStatus } from '../../../domain/told-recipient.ts';
import { log, safeError } from '../../../kit/log.ts';
import { sendOnce } from '../../../kit/mail-once.ts';
import { acknowledgeDeletionUrl, mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { writeAhead, type StepInput } from '../../../kit/work.ts';
import { phaseEnded, requestOf } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

interface Ports { readonly store: Store; readonly vault: Vault; readonly mailbox: Mailbox }

/** Each to whom data was passed on is told that the person is erased, by the id under which it was passed on. Whoever cannot be told is listed; the deletion goes on. */
export const notifyRecipients: StepBody<Ports> = async (input, ports) => {
  const { run, subject, now } = input;
  const [request, tenant] = await Promise.all([requestOf(ports.store, run), readTenant(ports.store, subject.tenantId)]);
  const recipients = tenant ? privacyOf(tenant).recipients : [];
  const known = recipients.length > 0 ? await readRecipients(ports.store, request) : [];
  for (const [nth, recipient] of recipients.entries()) {
    // Where the deletion goes on with what was kept back, they know of it.
    if (known.some((each) => each.nth === nth && each.name === recipient.name && recipientStatus(each) !== 'NOT_REACHED')) continue;
    const sent = await tell(input, ports, { request, recipient, nth, tenant });
    const place = { nth, name: recipient.name };
    // Each by itself: fifty of them are more than one transaction takes.
    await writeAhead(ports.store, input.place, [...sent ?? [], sent ? recipientTold(request, place, now) : recipientNotReached(request, place, now)]);
  }
  return phaseEnded(request, 'recipients', { countedAnew: recipients.length > 0 ? await reached(ports.store, request) : { recipientsTold: 0, recipientsNotReached: 0 }, now });
};

/** By what is written of each: whoever went on after a crash has not told all of them. */
async function reached(store: Store, request: DeletionRequest): Promise<Readonly<Record<string, number>>> {
  const all = await readRecipients(store, request);
  const missed = all.filter((each) => recipientStatus(each) === 'NOT_REACHED').length;
  return { recipientsTold: all.length - missed, recipientsNotReached: missed };
}

interface About { readonly request: DeletionRequest; readonly recipient: Recipient; readonly nth: number; readonly tenant: Tenant | undefined }
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

async function sendTo(input: StepInput, ports: Ports, { request, recipient: { name, email, language }, nth, tenant }: About): Promise<readonly Write[]> {
  const { token, hash } = await recipientSecret(ports.vault, request, nth);
  const { requestId, userId, tenantId } = request;
  return sendOnce(input, ports, { email, language: language ?? tenant?.defaults.language ?? profileDefaults.language }, {
    recipient: { tenantId, userId: `recipient-${nth}` }, whenUnknown: 'send once more', with: [recipientAddressed(request, { nth, name }, hash)],
    compose: () => ({ template: 'recipient_notice', recipientName: name, tenantName: tenant?.name ?? '', userId, requestId, acknowledgeUrl: acknowledgeDeletionUrl(requestId, token) }),
  });
}

export const handler = step(userDeletion, 'NotifyRecipients', notifyRecipients, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
