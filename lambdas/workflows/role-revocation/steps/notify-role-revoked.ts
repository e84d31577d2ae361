import { bindingAsTold, stillAsTold } from '../../../accounts/role-change.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readTenant } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import { roleOf } from '../../../adapters/roles.ts';
import { vault } from '../../../adapters/vault.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { roleNameIn } from '../../../domain/role.ts';
import { displayNameOf } from '../../../kit/display-name.ts';
import { mailOnce, type MailPorts } from '../../../kit/mail-once.ts';
import { mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { quotable } from '../../../mails/quotable.ts';
import { roleRevocation } from '../workflow.ts';

/** Which role, by whom and why. Nobody is told of what was given back before the mail left. */
export const notifyRoleRevoked: StepBody<MailPorts> = async (input, ports) => {
  const { subject, run } = input;
  const binding = await bindingAsTold(ports.store, subject, run, 'revoked');
  if (!binding) return {};
  const { roleId, revokedBy: by = 'system', reason = '-' } = binding;
  const [tenant, known, revokedBy] = await Promise.all([
    readTenant(ports.store, subject.tenantId), roleOf(ports.store, subject.tenantId, roleId), displayNameOf(ports, { ...subject, userId: by })]);
  if (!tenant) throw new BusinessRefusal('the tenant is gone');
  const role = known ?? { roleId, name: roleId };
  const sent = await mailOnce(input, ports, {
    recipient: subject,
    whenUnknown: 'never again',
    compose: ({ firstName, language }) => ({
      template: 'role_revoked', firstName, tenantName: tenant.name, roleName: quotable(roleNameIn(language, role)), revokedBy, reason: quotable(reason),
    }),
    with: [stillAsTold(subject, binding)],
  });
  return { writes: sent };
};

export const handler = step(roleRevocation, 'NotifyRoleRevoked', notifyRoleRevoked, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
