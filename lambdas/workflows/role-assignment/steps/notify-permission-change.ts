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
import { roleAssignment } from '../workflow.ts';

/** Nobody is told of what was taken back before the mail left. */
export const notifyPermissionChange: StepBody<MailPorts> = async (input, ports) => {
  const { subject, run } = input;
  const binding = await bindingAsTold(ports.store, subject, run, 'granted');
  if (!binding) return {};
  const { roleId, grantedBy, expiresAt } = binding;
  const [tenant, role, assignedBy] = await Promise.all([
    readTenant(ports.store, subject.tenantId), roleOf(ports.store, subject.tenantId, roleId), displayNameOf(ports, { ...subject, userId: grantedBy })]);
  if (!tenant || !role) throw new BusinessRefusal('the tenant or the role is gone');
  const sent = await mailOnce(input, ports, {
    recipient: subject,
    whenUnknown: 'never again',
    compose: ({ firstName, language }) => ({
      template: 'role_assigned', firstName, tenantName: tenant.name, roleName: quotable(roleNameIn(language, role)), assignedBy,
      ...(expiresAt !== undefined && { validUntil: new Date(expiresAt * 1000).toISOString() }),
    }),
    with: [stillAsTold(subject, binding)],
  });
  return { writes: sent };
};

export const handler = step(roleAssignment, 'NotifyPermissionChange', notifyPermissionChange, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
