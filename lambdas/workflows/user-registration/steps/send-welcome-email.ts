import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readTenant } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import { vault } from '../../../adapters/vault.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { mailOnce, type MailPorts } from '../../../kit/mail-once.ts';
import { mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { userRegistration } from '../workflow.ts';

/** Goes to an address that nobody has proven yet, so it says nothing that only its owner may read. */
export const sendWelcomeEmail: StepBody<MailPorts> = async (input, ports) => {
  const tenant = await readTenant(ports.store, input.subject.tenantId);
  if (!tenant) throw new BusinessRefusal('the tenant is gone');
  const sent = await mailOnce(input, ports, {
    recipient: input.subject,
    whenUnknown: 'never again',
    compose: ({ firstName }) => ({ template: 'welcome', firstName, tenantName: tenant.name }),
  });
  return { writes: sent, event: { userId: input.subject.userId } };
};

export const handler = step(userRegistration, 'SendWelcomeEmail', sendWelcomeEmail, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
