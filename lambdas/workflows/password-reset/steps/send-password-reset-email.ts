import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { addressStands, readUser } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import { readToken, tokenIssued } from '../../../adapters/tokens.ts';
import { vault } from '../../../adapters/vault.ts';
import { hashOf, tokenOf } from '../../../domain/bearer-token.ts';
import { RESET_VALID_MINUTES, resetExpiry } from '../../../domain/user.ts';
import { mailOnce, type MailPorts } from '../../../kit/mail-once.ts';
import { mailSettings, passwordResetUrl } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { passwordReset } from '../workflow.ts';

/**
 * One link per run: it voids the one of any run before. It is derived from the person's key, so a second copy of the mail carries the
 * same, and it is stored as a hash before the mail leaves. Whoever is gone meanwhile needs none, nor does who has used this one or let it expire.
 */
export const sendPasswordResetEmail: StepBody<MailPorts> = async (input, ports) => {
  const { subject, run, now } = input;
  const [user, key, issued] = await Promise.all([
    readUser(ports.store, subject), ports.vault.personKey(subject), readToken(ports.store, subject, 'reset-password')]);
  if (!user || !key) return {};
  const secret = key.secret(`reset-password ${run.runId}`);
  const hash = hashOf(secret);
  const before = issued?.hash === hash ? issued : undefined;
  if (before && (before.usedAt !== undefined || before.validUntil * 1000 <= now.getTime())) return {};
  const sent = await mailOnce(input, ports, {
    recipient: subject,
    whenUnknown: 'send once more',
    compose: ({ firstName }) => ({ template: 'password_reset', firstName, resetUrl: passwordResetUrl(tokenOf(subject, secret)), validMinutes: RESET_VALID_MINUTES }),
    with: [addressStands(subject, user), ...(before ? [] : [tokenIssued(subject, 'reset-password', { hash, expires: resetExpiry(now), issuedFor: run.runId, address: user.blindIndex })])],
  });
  return { writes: sent };
};

export const handler = step(passwordReset, 'SendPasswordResetEmail', sendPasswordResetEmail, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
