import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readUser } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import { vault } from '../../../adapters/vault.ts';
import { mailOnce, type MailPorts } from '../../../kit/mail-once.ts';
import { consoleUrl, mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { knownAddressNotice } from '../workflow.ts';

/** Told at most once per run, and nothing of what somebody typed into the form; whoever is gone meanwhile cannot be told. */
export const notifyAddressOwner: StepBody<MailPorts> = async (input, ports) => {
  if (!(await readUser(ports.store, input.subject))) return {};
  const sent = await mailOnce(input, ports, {
    recipient: input.subject,
    whenUnknown: 'never again',
    compose: () => ({ template: 'address_already_known', consoleUrl: consoleUrl() }),
  });
  return { writes: sent };
};

export const handler = step(knownAddressNotice, 'NotifyAddressOwner', notifyAddressOwner, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
