import { bindingAsTold, roleChangeOf } from '../../../accounts/role-change.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readTenant, readUser, type Subject } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import { readBinding } from '../../../adapters/role-bindings.ts';
import { roleOf } from '../../../adapters/roles.ts';
import { readUndo } from '../../../adapters/run-ledger.ts';
import type { Store, Write } from '../../../adapters/store.ts';
import { vault } from '../../../adapters/vault.ts';
import { AddressRejected, BusinessRefusal } from '../../../domain/errors.ts';
import { WITHDRAWN } from '../../../domain/permission-change.ts';
import { roleNameIn } from '../../../domain/role.ts';
import { displayNameOf } from '../../../kit/display-name.ts';
import { mailOnce, type MailOrder, type MailPorts } from '../../../kit/mail-once.ts';
import { mailSettings } from '../../../kit/mail-settings.ts';
import type { RunContext } from '../../../kit/run-context.ts';
import { undo, type UndoBody } from '../../../kit/undo.ts';
import { quotable } from '../../../mails/quotable.ts';
import { roleAssignment } from '../workflow.ts';

/** Both sides hear of it, each at most once; whoever is gone, or whose address takes no mail, cannot be told. */
export const notifyAssignmentWithdrawn: UndoBody<MailPorts> = async (input, ports) => {
  const { subject, run } = input;
  if (!(await wasWithdrawn(ports.store, subject, run))) return {};
  const { roleId, by } = roleChangeOf(run);
  const [tenant, known, person] = await Promise.all([readTenant(ports.store, subject.tenantId), roleOf(ports.store, subject.tenantId, roleId), displayNameOf(ports, subject)]);
  if (!tenant) throw new BusinessRefusal('the tenant is gone');
  const role = known ?? { roleId, name: roleId };
  const told = (recipient: Subject, compose: MailOrder['compose']): Promise<readonly Write[]> =>
    toldIfPossible(ports.store, recipient, () => mailOnce(input, ports, { recipient, whenUnknown: 'never again', compose }));
  return {
    writes: [
      ...await told(subject, ({ firstName, language }) =>
        ({ template: 'assignment_withdrawn', firstName, tenantName: tenant.name, roleName: quotable(roleNameIn(language, role)) })),
      ...await told({ ...subject, userId: by }, ({ firstName, language }) =>
        ({ template: 'assignment_withdrawn_from', firstName, tenantName: tenant.name, roleName: quotable(roleNameIn(language, role)), person })),
    ],
  };
};

/**
 * Whether this very run took it back. Of what was revoked meanwhile somebody else tells.
 * @throws BusinessRefusal while it has not been taken back, and nobody answers for that
 */
async function wasWithdrawn(store: Store, subject: Subject, run: RunContext): Promise<boolean> {
  if (await bindingAsTold(store, subject, run, 'granted')) {
    const withdrawing = await readUndo(store, run.runId, 'WithdrawAssignment');
    if (withdrawing?.status !== 'SKIPPED') throw new BusinessRefusal('the assignment has not been withdrawn yet');
    return false;
  }
  const { roleId, version } = roleChangeOf(run);
  const binding = await readBinding(store, subject, roleId);
  return binding?.status === 'revoked' && binding.version === version + 1 && binding.reason === WITHDRAWN;
}

async function toldIfPossible(store: Store, recipient: Subject, tell: () => Promise<readonly Write[]>): Promise<readonly Write[]> {
  if (!(await readUser(store, recipient))) return [];
  return tell().catch((error: unknown) => {
    if (error instanceof AddressRejected) return [];
    throw error;
  });
}

export const handler = undo(roleAssignment, 'NotifyAssignmentWithdrawn', notifyAssignmentWithdrawn, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
