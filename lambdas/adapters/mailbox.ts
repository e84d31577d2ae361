import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { emailAddress, withAsciiDomain } from '../domain/email-address.ts';
import { AddressRejected } from '../domain/errors.ts';
import { identifier } from '../domain/identifier.ts';
import type { Mail } from '../mails/mails.ts';
import { translateSendFailure } from './send-failure.ts';

export interface Mailbox {
  /**
   * Hands one mail to the provider; tenant and person come back with its feedback, so that no address has to.
   * @throws AddressRejected for good; TransientFailure, certainly not sent; OutcomeUnknown, it may have been sent.
   * Anything else is a fault of ours, and nothing was sent.
   */
  send(mail: { to: string; mail: Mail; tenantId: string; userId: string }): Promise<void>;
}

export interface MailSettings {
  readonly sender: string;
  readonly configurationSet?: string;
}

/** The part of the SDK's client that is used, so that a test can stand in for it. */
export interface Ses {
  send(command: SendEmailCommand): Promise<unknown>;
}

/** Mails through SES. Call it once per container: every call makes a client with connections of its own. */
export function sesMailbox(settings: MailSettings, ses: Ses = sesClient()): Mailbox {
  return {
    async send({ to, mail, tenantId, userId }) {
      if (!emailAddress.safeParse(to).success) throw new AddressRejected('this is no address that a mail can be sent to');
      const recipient = withAsciiDomain(to);
      const command = sendEmail(settings, recipient, mail, { tenantId: identifier.parse(tenantId), userId: identifier.parse(userId) });
      await ses.send(command).catch((error: unknown) => {
        throw translateSendFailure(error, { sender: settings.sender, recipient });
      });
    },
  };
}

function sendEmail({ sender, configurationSet }: MailSettings, recipient: string, mail: Mail, tags: Readonly<Record<'tenantId' | 'userId', string>>): SendEmailCommand {
  return new SendEmailCommand({
    Source: sender,
    Destination: { ToAddresses: [recipient] },
    Message: { Subject: utf8(mail.subject), Body: { Html: utf8(mail.html), Text: utf8(mail.text) } },
    Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
    ...(configurationSet !== undefined && { ConfigurationSetName: configurationSet }),
  });
}

const utf8 = (data: string) => ({ Data: data, Charset: 'UTF-8' });

/**
 * One attempt: the SDK would also repeat after a lost reply, which sends the mail twice; who may repeat is decided
 * by the process. Connecting and waiting end before the 7 s that a step has for the call.
 */
const sesClient = (): SESClient => new SESClient({
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
});
