import { sendVerificationReminder as send } from '../../../accounts/verification-mail.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import { vault } from '../../../adapters/vault.ts';
import type { MailPorts } from '../../../kit/mail-once.ts';
import { mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { verificationReminder } from '../workflow.ts';

export const sendVerificationReminder: StepBody<MailPorts> = async (input, ports) => ({ writes: await send(input, ports) });

export const handler = step(verificationReminder, 'SendVerificationReminder', sendVerificationReminder, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
