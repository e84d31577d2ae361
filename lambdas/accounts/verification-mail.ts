import { addressRefused, addressTakesMail, readUser, stillThere } from '../adapters/identity.ts';
import { stillMine } from '../adapters/run-ledger.ts';
import type { Write } from '../adapters/store.ts';
import { readToken, tokenIssued } from '../adapters/tokens.ts';
import { hashOf, tokenOf } from '../domain/bearer-token.ts';
import { AddressRejected, BusinessRefusal } from '../domain/errors.ts';
import { VERIFICATION_VALID_HOURS, verificationExpiry } from '../domain/user.ts';
import { mailOnce, type MailPorts } from '../kit/mail-once.ts';
import { verificationUrl } from '../kit/mail-settings.ts';
import type { StepInput } from '../kit/work.ts';

/**
 * Sends the link by which a person proves her address, one link per run: it voids the one of any run before. The token is derived
 * from the person's key, so a second copy of the mail carries the same link, and it is stored as a hash before the mail leaves,
 * so a link that arrives always works. Whoever has proven the address needs none. An address that takes no mail for good is a
 * mark on the account, not the end of it: the person can correct it.
 * @throws what `mailOnce` throws
 */
export async function sendVerificationLink(input: StepInput, ports: MailPorts): Promise<readonly Write[]> {
  const { subject, run, place, now } = input;
  const [user, key, issued] = await Promise.all([
    readUser(ports.store, subject), ports.vault.personKey(subject), readToken(ports.store, subject, 'verify-email')]);
  if (!user || !key) throw new BusinessRefusal('the account is gone');
  if (user.emailVerified) return [];
  const secret = key.secret(`verify-email ${run.runId}`);
  const hash = hashOf(secret);
  const sent = await mailOnce(input, ports, {
    recipient: subject,
    whenUnknown: 'send once more',
    compose: ({ firstName }) => ({
      template: 'verification', firstName, verificationUrl: verificationUrl(tokenOf(subject, secret)), validHours: VERIFICATION_VALID_HOURS }),
    with: [stillThere(subject), ...(issued?.hash === hash ? [] : [tokenIssued(subject, 'verify-email', { hash, expires: verificationExpiry(now), issuedFor: run.runId })])],
  }).catch(async (error: unknown) => {
    if (error instanceof AddressRejected) await ports.store.transact([stillMine(place), addressRefused(subject)]);
    throw error;
  });
  return [...sent, ...(user.undeliverable ? [addressTakesMail(subject)] : [])];
}
