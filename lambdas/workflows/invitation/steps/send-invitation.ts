import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readTenant } from '../../../adapters/identity.ts';
import { readInvitation } from '../../../adapters/invitations.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import { vault } from '../../../adapters/vault.ts';
import { tokenOf } from '../../../domain/bearer-token.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { INVITATION_SECRET, isGood } from '../../../domain/invitation.ts';
import { sendOnce, type MailPorts } from '../../../kit/mail-once.ts';
import { invitationUrl, mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { invitation as declared } from '../workflow.ts';

/** The link is derived from the invitation's key, so a second copy carries the same. What was withdrawn, used or outlived meanwhile needs no mail. */
export const sendInvitation: StepBody<MailPorts> = async (input, ports) => {
  const { subject, now } = input;
  const [invitation, key, tenant] = await Promise.all([
    readInvitation(ports.store, subject), ports.vault.personKey(subject), readTenant(ports.store, subject.tenantId)]);
  if (!invitation || !key || !isGood(invitation, now)) return {};
  if (!tenant) throw new BusinessRefusal('the tenant is gone');
  const sent = await sendOnce(input, ports, key.open('addressee', invitation.addressee), {
    recipient: subject,
    whenUnknown: 'send once more',
    compose: () => ({
      template: 'invitation', tenantName: tenant.name, validUntil: new Date(invitation.expiresAt * 1000).toISOString(),
      invitationUrl: invitationUrl(tokenOf(subject, key.secret(INVITATION_SECRET))) }),
  });
  return { writes: sent };
};

export const handler = step(declared, 'SendInvitation', sendInvitation, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
