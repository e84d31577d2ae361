import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readUser } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import { vault } from '../../../adapters/vault.ts';
import { mailOnce, type MailPorts } from '../../../kit/mail-once.ts';
import { consoleUrl, mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { passwordChangedNotice } from '../workflow.ts';

/** Whoever did not do it himself learns of it here, and from nowhere else; once per change. */
export const notifyPasswordChanged: StepBody<MailPorts> = async (input, ports) => {
  if (!(await readUser(ports.store, input.subject))) return {};
  const sent = await mailOnce(input, ports, {
    recipient: input.subject,
    whenUnknown: 'send once more',
    compose: ({ firstName }) => ({ template: 'password_changed', firstName, consoleUrl: consoleUrl() }),
  });
  return { writes: sent };
};

export const handler = step(passwordChangedNotice, 'NotifyPasswordChanged', notifyPasswordChanged, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
