import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import { vault } from '../../../adapters/vault.ts';
import { readToken, tokenIssued } from '../../../adapters/tokens.ts';
import { hashOf, tokenOf } from '../../../domain/bearer-token.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { VERIFICATION_VALID_HOURS, verificationExpiry } from '../../../domain/user.ts';
import { mailOnce, type MailPorts } from '../../../kit/mail-once.ts';
import { mailSettings, verificationUrl } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { userRegistration } from '../workflow.ts';

/**
 * The token is derived from the person's key, so a second copy of the mail carries the same link, and it is stored as a hash
 * before the mail leaves, so a link that arrives always works. Whoever has used it needs no second copy.
 */
export const sendVerificationEmail: StepBody<MailPorts> = async (input, ports) => {
  const { subject, run, now } = input;
  const [key, issued] = await Promise.all([ports.vault.personKey(subject), readToken(ports.store, subject, 'verify-email')]);
  if (!key) throw new BusinessRefusal('the account is gone');
  const event = { userId: subject.userId };
  const secret = key.secret(`verify-email ${run.runId}`);
  const hash = hashOf(secret);
  if (issued?.hash === hash && issued.usedAt) return { event };
  const sent = await mailOnce(input, ports, {
    recipient: subject,
    whenUnknown: 'send once more',
    compose: ({ firstName }) => ({
      template: 'verification', firstName, verificationUrl: verificationUrl(tokenOf(subject, secret)), validHours: VERIFICATION_VALID_HOURS }),
    with: issued?.hash === hash ? [] : [tokenIssued(subject, 'verify-email', { hash, expires: verificationExpiry(now), issuedFor: run.runId })],
  });
  return { writes: sent, event };
};

export const handler = step(userRegistration, 'SendVerificationEmail', sendVerificationEmail, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
