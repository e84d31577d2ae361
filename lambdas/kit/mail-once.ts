import * as z from 'zod/mini';
import { mailKey } from '../adapters/run-ledger.ts';
import type { Mailbox } from '../adapters/mailbox.ts';
import type { Vault } from '../adapters/vault.ts';
import { readUser, type Subject, type User } from '../adapters/identity.ts';
import { ConditionFailed, equal, whenAbsent, type Store, type Write } from '../adapters/store.ts';
import { AddressRejected, BusinessRefusal, OutcomeUnknown } from '../domain/errors.ts';
import type { Addressee } from '../domain/invitation.ts';
import type { PersonalData, UserStatus } from '../domain/user.ts';
import { renderMail, type MailTemplate } from '../mails/mails.ts';
import { log } from './log.ts';
import { writeAhead, type StepInput } from './work.ts';

/**
 * A mail cannot be sent exactly once: the reply of the provider may be lost. What may be repeated says the step that sends:
 * a verification may be sent once more (the same link), a welcome or a notice may not.
 */
export type WhenUnknown = 'send once more' | 'never again';
const sendsAllowed: Readonly<Record<WhenUnknown, number>> = { 'send once more': 2, 'never again': 1 };

export interface MailPorts { readonly store: Store; readonly mailbox: Mailbox; readonly vault: Vault }

export interface MailOrder<Person extends Addressee = PersonalData> {
  readonly recipient: Subject;
  readonly compose: (person: Person) => MailTemplate;
  readonly whenUnknown: WhenUnknown;
  /** Whether the mail is how an address is proven: then it goes also to one that was refused before, unless a mail came back from it. */
  readonly provesAddress?: true;
  /** Whoever is being deleted hears of the deletion, and of nothing else. */
  readonly aboutDeletion?: true;
  /** Written with the mark that sending begins, such as the token that the mail carries. */
  readonly with?: readonly Write[];
}

const goes: readonly UserStatus[] = ['deletion_pending', 'deleting'];

const ledgerEntry = z.object({ status: z.enum(['SENDING', 'SENT']), sends: z.number() });

/**
 * Sends one mail to the holder of an account on behalf of a step: marks SENDING, sends, and answers the write that marks it SENT,
 * which belongs into the step's own transaction. Answers nothing to write when it was sent before, and when the address takes no mail, or its holder is being deleted.
 * @throws AddressRejected, TransientFailure (certainly not sent), OutcomeUnknown (it may have been), Fenced
 */
export async function mailOnce(input: StepInput, ports: MailPorts, order: MailOrder): Promise<readonly Write[]> {
  const { person, user } = await readPerson(ports.store, ports.vault, order.recipient);
  const whyNot = user.undeliverable && !order.provesAddress ? 'its address takes none' : goes.includes(user.status) && !order.aboutDeletion ? 'the account is being deleted' : undefined;
  if (whyNot !== undefined) {
    log.info(`a mail is left out: ${whyNot}`, { runId: input.run.runId, type: input.run.type, step: input.step });
    return [];
  }
  if (user.feedback) throw new AddressRejected('mails to this address came back or were not wanted; it must be corrected first');
  return sendOnce(input, ports, person, order);
}

/** The same to somebody who is known otherwise than by an account. */
export async function sendOnce<Person extends Addressee>(
  { run, step, place }: StepInput, { store, mailbox }: Pick<MailPorts, 'store' | 'mailbox'>, person: Person, order: MailOrder<Person>,
): Promise<readonly Write[]> {
  const key = mailKey(run.runId, step, order.recipient.userId);
  const item = await store.get('ledger', key);
  const before = item && ledgerEntry.parse(item);
  const sends = before?.sends ?? 0;
  if (before?.status === 'SENT' || sends >= sendsAllowed[order.whenUnknown]) return [];

  const marked: Write = before
    ? { table: 'ledger', update: key, add: { sends: 1 }, if: equal('sends', sends) }
    : { table: 'ledger', put: { ...key, step, recipient: order.recipient.userId, status: 'SENDING', sends: 1 }, if: whenAbsent };
  await writeAhead(store, place, [marked, ...(order.with ?? [])]);
  await mailbox.send({ to: person.email, mail: renderMail(order.compose(person), person.language), ...order.recipient })
    .catch((error: unknown) => takeBack(store, key, error));
  return [{ table: 'ledger', update: key, set: { status: 'SENT' }, if: equal('status', 'SENDING') }];
}

/** What certainly was not sent does not count against the sends that are allowed. */
async function takeBack(store: Store, key: { pk: string; sk: string }, error: unknown): Promise<never> {
  if (!(error instanceof OutcomeUnknown))
    await store.update({ table: 'ledger', update: key, add: { sends: -1 }, if: equal('status', 'SENDING') }).catch((failure: unknown) => {
      if (!(failure instanceof ConditionFailed)) throw failure;
    });
  throw error;
}

async function readPerson(store: Store, vault: Vault, recipient: Subject): Promise<{ person: PersonalData; user: User }> {
  const [user, key] = await Promise.all([readUser(store, recipient), vault.personKey(recipient)]);
  if (!user || !key) throw new BusinessRefusal('the recipient of a mail is gone');
  return { person: key.open('personal', user.personal), user };
}
