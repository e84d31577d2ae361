import { audited } from '../../../adapters/audit.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readAuthorization, readUser, type Subject, type User } from '../../../adapters/identity.ts';
import { readInvitation } from '../../../adapters/invitations.ts';
import { grantsUndone, readBinding, readBindings, rolesGranted, unchanged, type Assignment, type Holder } from '../../../adapters/role-bindings.ts';
import { roleOf } from '../../../adapters/roles.ts';
import type { Store, Write } from '../../../adapters/store.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { lackingToGrant, missingFrom, systemRoles, type Role } from '../../../domain/role.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { undo as undoes, type UndoBody } from '../../../kit/undo.ts';
import type { StepInput } from '../../../kit/work.ts';
import { userRegistration } from '../workflow.ts';

const { member } = systemRoles;

/** Everybody is a member; an invitation may bring one more role. What somebody has granted or revoked before this came is left as it is. */
export const assignDefaultRole: StepBody<{ store: Store }> = async (input, { store }) => {
  const { subject, run, now } = input;
  const [user, seen, binding] = await Promise.all([readUser(store, subject), readAuthorization(store, subject), readBinding(store, subject, member.roleId)]);
  if (!user || !seen) throw new BusinessRefusal('the account has no authorization');
  const more = await invitedTo(input, user, store);
  const assignments: readonly Assignment[] = [...(binding ? [] : [{ role: member, binding, by: 'system', run: run.runId }]), ...more.assignments];
  return {
    writes: [...(assignments.length > 0 ? rolesGranted(subject, seen, assignments, now) : []), ...more.writes],
    event: { userId: subject.userId, roleId: member.roleId },
  };
};

interface Invited { readonly assignments: readonly Assignment[]; readonly writes: readonly Write[] }
const nothingMore: Invited = { assignments: [], writes: [] };

/** Whoever invited must still be able to grant it: an invitation outlives no right. */
async function invitedTo({ subject, run, now }: StepInput, { invitationId }: User, store: Store): Promise<Invited> {
  const { tenantId } = subject;
  const invitation = invitationId === undefined ? undefined : await readInvitation(store, { tenantId, userId: invitationId });
  if (!invitation?.roleId || invitation.roleId === member.roleId || invitation.usedBy !== subject.userId) return nothingMore;
  const [inviter, role, binding] = await Promise.all([
    holderOf(store, { tenantId, userId: invitation.invitedBy }), roleOf(store, tenantId, invitation.roleId), readBinding(store, subject, invitation.roleId)]);
  if (binding) return nothingMore;
  const entry = { actor: invitation.invitedBy, correlationId: run.correlationId, runId: run.runId, now, after: { roleId: invitation.roleId } };
  if (!inviter || !role || !mayGrant(inviter, role, now)) return { assignments: [], writes: [audited(subject, { ...entry, action: 'invitation.role_lapsed' })] };
  return {
    assignments: [{ role, binding, by: invitation.invitedBy, run: run.runId }],
    writes: [unchanged(inviter), audited(subject, { ...entry, action: 'role.assigned' })],
  };
}

async function holderOf(store: Store, subject: Subject): Promise<Holder | undefined> {
  const seen = await readAuthorization(store, subject);
  return seen && { subject, seen };
}

const mayGrant = ({ seen }: Holder, role: Role, now: Date): boolean =>
  seen.status === 'active' && lackingToGrant(seen, role.permissions, now).length === 0 && missingFrom(member.permissions, role.requires).length === 0;

/** Only what this very run assigned, also when the account went before it; an assignment that never happened is fine. */
export const revokeDefaultRole: UndoBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const [seen, bindings] = await Promise.all([readAuthorization(store, subject), readBindings(store, subject)]);
  const own = bindings.filter(({ grantedByRun }) => grantedByRun === run.runId);
  return own.length > 0 ? { writes: grantsUndone(subject, seen, own, run.runId, now) } : {};
};

export const handler = step(userRegistration, 'AssignDefaultRole', assignDefaultRole, () => ({ store: dynamodbStore() }));
export const undo = undoes(userRegistration, 'RevokeDefaultRole', revokeDefaultRole, () => ({ store: dynamodbStore() }));
