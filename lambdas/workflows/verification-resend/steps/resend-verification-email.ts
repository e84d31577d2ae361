import { sendVerificationLink } from '../../../accounts/verification-mail.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readUser } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import { vault } from '../../../adapters/vault.ts';
import type { MailPorts } from '../../../kit/mail-once.ts';
import { mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { verificationResend } from '../workflow.ts';

/** Whoever is gone meanwhile needs no link. */
export const resendVerificationEmail: StepBody<MailPorts> = async (input, ports) =>
  ((await readUser(ports.store, input.subject)) ? { writes: await sendVerificationLink(input, ports) } : {});

export const handler = step(verificationResend, 'ResendVerificationEmail', resendVerificationEmail, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
