import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readAdministrators, readUser } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import type { Write } from '../../../adapters/store.ts';
import { vault } from '../../../adapters/vault.ts';
import { mailOnce, type MailPorts } from '../../../kit/mail-once.ts';
import { consoleUrl, mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { accountActivation } from '../workflow.ts';

/** Each administrator gets one mail, in his language; a retry goes on with those who have none yet. */
export const notifyAdmins: StepBody<MailPorts> = async (input, ports) => {
  const { subject, now } = input;
  const [administrators, user] = await Promise.all([readAdministrators(ports.store, subject.tenantId), readUser(ports.store, subject)]);
  const writes: Write[] = [];
  for (const recipient of administrators.filter(({ userId }) => userId !== subject.userId)) {
    writes.push(...await mailOnce(input, ports, {
      recipient,
      whenUnknown: 'never again',
      compose: () => ({ template: 'user_activated', userId: subject.userId, memberSince: user?.createdAt ?? now.toISOString(), consoleUrl: consoleUrl() }),
    }));
  }
  return { writes };
};

export const handler = step(accountActivation, 'NotifyAdmins', notifyAdmins, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
