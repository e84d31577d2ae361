import { randomUUID } from 'node:crypto';
import type { Mailbox } from '../../lambdas/adapters/mailbox.ts';
import { describeContract } from './contract.ts';
import type { Mishap } from './memory-mailbox.ts';

export interface MailboxUnderTest {
  readonly mailbox: Mailbox;
  /** What lies in the mailbox of an address, oldest first. */
  readonly lying: (address: string) => Promise<readonly { readonly subject: string; readonly text: string; readonly html: string }[]>;
  /** The next mail fails like this. */
  readonly failNext: (mishap: Mishap) => void;
}

const mail = { subject: '请验证您的电子邮箱', html: '<p>您好 😀</p>', text: '您好\n' };
const fresh = (domain = 'example.com'): string => `anna.${randomUUID()}@${domain}`;

const send = ({ mailbox }: MailboxUnderTest, to: string, about: { tenantId?: string; userId?: string } = {}): Promise<void> => mailbox.send({ to, mail, tenantId: 'demo', userId: 'usr_42', ...about });

/** What whoever sends mails can rely on, and what he must live with. */
export function describeMailboxContract(name: string, make: () => MailboxUnderTest): void {
  describeContract(`the mailbox (${name})`, {}, (keeps) => {
    keeps('a mail that was taken lies there once, whole', async () => {
      const [at, to] = [make(), fresh()];
      await send(at, to);
      expect(await at.lying(to)).toEqual([mail]);
    });

    keeps('a mail that is sent twice comes twice: nothing knows that it is the same', async () => {
      const [at, to] = [make(), fresh()];
      await send(at, to);
      await send(at, to);
      expect(await at.lying(to)).toHaveLength(2);
    });

    keeps('an international domain is written to in ASCII', async () => {
      const [at, to] = [make(), fresh('müller.example')];
      await send(at, to);
      expect([await at.lying(to.replace('müller', 'xn--mller-kva')), await at.lying(to)]).toEqual([[mail], []]);
    });

    for (const to of ['anna@example.com\r\nBcc: eve@example.com', 'anna@example.com, eve@example.com', 'anna', '']) {
      keeps(`${JSON.stringify(to)} is refused for good, and nothing is sent`, async () => {
        const at = make();
        await expect(send(at, to)).rejects.toMatchObject({ name: 'AddressRejected' });
        expect([...await at.lying(to), ...await at.lying('eve@example.com')]).toEqual([]);
      });
    }

    for (const about of [{ userId: 'usr#42' }, { userId: '' }, { tenantId: 'a b' }]) {
      keeps(`no mail goes out with a mark that would be refused: ${JSON.stringify(about)}`, async () => {
        const [at, to] = [make(), fresh()];
        await expect(send(at, to, about)).rejects.toThrow(Error);
        expect(await at.lying(to)).toEqual([]);
      });
    }

    for (const [mishap, error, mails] of [
      ['certainly not sent', { name: 'TransientFailure', certainlyNotSent: true }, 0], ['address rejected', { name: 'AddressRejected' }, 0],
      ['sent, reply lost', { name: 'OutcomeUnknown' }, 1], ['not sent, reply lost', { name: 'OutcomeUnknown' }, 0],
    ] as const) {
      keeps(`${mishap}: it says what is known of it, names nobody, and the next mail goes through`, async () => {
        const [at, to] = [make(), fresh()];
        at.failNext(mishap);
        const thrown: unknown = await send(at, to).catch((reason: unknown) => reason);
        expect(thrown).toMatchObject(error);
        expect(String(thrown)).not.toContain(to);
        expect(await at.lying(to)).toHaveLength(mails);
        await send(at, to);
        expect(await at.lying(to)).toHaveLength(mails + 1);
      });
    }
  });
}
