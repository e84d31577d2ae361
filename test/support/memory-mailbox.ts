import type { Mailbox } from '../../lambdas/adapters/mailbox.ts';
import { emailAddress, withAsciiDomain } from '../../lambdas/domain/email-address.ts';
import { AddressRejected, OutcomeUnknown, TransientFailure } from '../../lambdas/domain/errors.ts';
import { identifier } from '../../lambdas/domain/identifier.ts';
import type { Mail } from '../../lambdas/mails/mails.ts';

export interface SentMail { readonly to: string; readonly tenantId: string; readonly userId: string; readonly mail: Mail }

/** What can become of a mail: the provider did not take it, took it but the answer was lost, did not take it but who knows, or refuses the address. */
export type Mishap = 'certainly not sent' | 'sent, reply lost' | 'not sent, reply lost' | 'address rejected';

/** The mail provider in memory: remembers what it took, and fails when told to. */
export class MemoryMailbox implements Mailbox {
  readonly sent: SentMail[] = [];
  #mishaps: { readonly what: Mishap; readonly concerns: (mail: SentMail) => boolean }[] = [];

  /** The next mails that it concerns fail like this, one after another. */
  failNext(mishaps: readonly Mishap[], concerns: (mail: SentMail) => boolean = () => true): void {
    this.#mishaps.push(...mishaps.map((what) => ({ what, concerns })));
  }

  get mishapsLeft(): number {
    return this.#mishaps.length;
  }

  // Whoever is refused hears it as a rejection.
  // oxlint-disable-next-line typescript/require-await
  async send({ to, tenantId, userId, mail: letter }: SentMail): Promise<void> {
    if (!emailAddress.safeParse(to).success) throw new AddressRejected('this is no address that a mail can be sent to');
    const mail = { to: withAsciiDomain(to), tenantId: identifier.parse(tenantId), userId: identifier.parse(userId), mail: letter };
    const mishap = this.#mishaps.find(({ concerns }) => concerns(mail));
    this.#mishaps = this.#mishaps.filter((each) => each !== mishap);
    if (!mishap || mishap.what === 'sent, reply lost') this.sent.push(structuredClone(mail));
    if (mishap) throw errorOf(mishap.what);
  }
}

function errorOf(mishap: Mishap): Error {
  if (mishap === 'certainly not sent') return Object.assign(new TransientFailure('the mail provider cannot be reached'), { certainlyNotSent: true });
  if (mishap === 'address rejected') return new AddressRejected('the mail provider refuses the address');
  return new OutcomeUnknown('the reply of the mail provider was lost');
}
