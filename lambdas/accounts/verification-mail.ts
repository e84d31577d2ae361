import { addressRefused, addressStands, addressTakesMail, readUser } from '../adapters/identity.ts';
import { stillMine } from '../adapters/work-records.ts';
import type { Write } from '../adapters/store.ts';
import { readToken, tokenIssued } from '../adapters/tokens.ts';
import { linkIssued } from '../adapters/unverified.ts';
import { hashOf, tokenOf } from '../domain/bearer-token.ts';
import { AddressRejected, BusinessRefusal } from '../domain/errors.ts';
import { reminderTime, VERIFICATION_VALID_HOURS, verificationExpiry } from '../domain/user.ts';
import { mailOnce, type MailOrder, type MailPorts } from '../kit/mail-once.ts';
import { verificationUrl } from '../kit/mail-settings.ts';
import type { StepInput } from '../kit/work.ts';

const PURPOSE = 'verify-email';
/** For what the link's secret is derived from the person's key: one link per run. */
const secretOf = (runId: string): string => `${PURPOSE} ${runId}`;

/**
 * Sends the link by which a person proves her address, one link per run: it voids the one of any run before. The token is derived
 * from the person's key, so a second copy of the mail carries the same link, and it is stored as a hash before the mail leaves,
 * so a link that arrives always works. Whoever has proven the address needs none. An address that takes no mail for good is a
 * mark on the account, not the end of it: the person can correct it.
 * @throws what `mailOnce` throws
 */
export async function sendVerificationLink(input: StepInput, ports: MailPorts): Promise<readonly Write[]> {
  const { subject, run, now } = input;
  const [user, key, issued] = await Promise.all([
    readUser(ports.store, subject), ports.vault.personKey(subject), readToken(ports.store, subject, PURPOSE)]);
  if (!user || !key) throw new BusinessRefusal('the account is gone');
  if (user.emailVerified) return [];
  const secret = key.secret(secretOf(run.runId));
  const hash = hashOf(secret);
  const expires = verificationExpiry(now);
  const sent = await mailOrRefusal(input, ports, {
    recipient: subject,
    whenUnknown: 'send once more',
    provesAddress: true,
    compose: ({ firstName }) => ({
      template: 'verification', firstName, verificationUrl: verificationUrl(tokenOf(subject, secret)), validHours: VERIFICATION_VALID_HOURS }),
    with: issued?.hash === hash ? [addressStands(subject, user)] : [linkIssued(subject, user, expires), tokenIssued(subject, PURPOSE, { hash, expires, issuedFor: run.runId })],
  });
  return [...sent, ...(user.undeliverable ? [addressTakesMail(subject)] : [])];
}

/**
 * The very link that was sent last, once more, while it can still be used and not long after it was sent: nobody is reminded of one
 * that is used, too old, or as fresh as the reminder.
 * @throws what `mailOnce` throws
 */
export async function sendVerificationReminder(input: StepInput, ports: MailPorts): Promise<readonly Write[]> {
  const { subject, now } = input;
  const [user, key, issued] = await Promise.all([
    readUser(ports.store, subject), ports.vault.personKey(subject), readToken(ports.store, subject, PURPOSE)]);
  if (!user || !key || !issued || user.emailVerified || issued.usedAt) return [];
  const ends = new Date(issued.validUntil * 1000);
  const secret = key.secret(secretOf(issued.issuedFor));
  if (ends <= now || reminderTime(ends) > now || hashOf(secret) !== issued.hash) return [];
  return mailOrRefusal(input, ports, {
    recipient: subject,
    whenUnknown: 'never again',
    compose: ({ firstName }) => ({
      template: 'verification', firstName, verificationUrl: verificationUrl(tokenOf(subject, secret)), reminder: true,
      validHours: Math.max(1, Math.floor((ends.getTime() - now.getTime()) / 3_600_000)) }),
  });
}

const mailOrRefusal = (input: StepInput, ports: MailPorts, order: MailOrder): Promise<readonly Write[]> => mailOnce(input, ports, order).catch(async (error: unknown) => {
  if (error instanceof AddressRejected) await ports.store.transact([stillMine(input.place), addressRefused(input.subject)]);
  throw error;
});
