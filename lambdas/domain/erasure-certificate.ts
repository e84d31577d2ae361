import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import { canonicalJson } from './canonical-json.ts';
import { privacyProfiles } from './deletion-request.ts';
import { moment } from './described.ts';
import { dataCategory, deletionPhase, erasureWay, phaseCounts } from './word-schemas.ts';

/**
 * What a tenant can show of an erasure: random ids, codes, counts and dates. Nothing in it is about the person, so that it may be
 * kept, handed over and published. What was proven, what is still to come and what nobody here can prove stand apart.
 */
const line = z.strictObject({
  store: z.string().check(z.describe('The table')), kind: z.string().check(z.describe('What is kept there, by its name in the data inventory')), category: dataCategory, way: erasureWay,
  count: z.number().check(z.describe('How many items were erased; of what is held, how many there are')), held: z.boolean().check(z.describe('Whether it was left out, because the law wants it kept for now')),
});
const phase = z.strictObject({
  name: deletionPhase, startedAt: z.optional(moment('When the phase began; absent where it never did')), finishedAt: z.optional(moment('When it ended; absent where it has not')), counts: phaseCounts,
});
const proven = z.strictObject({
  what: z.string().check(z.describe('What was looked for, as a code: `nothing_where_a_person_has_anything`, `no_value_of_the_person_in_what_is_left`')), residue: z.number().check(z.describe('How much was found: 0 is what it should be')), at: moment('When it was looked for'),
});
const expiring = z.strictObject({ what: z.string().check(z.describe('What goes by itself, as a code: `backups_of_the_tables`, `backups_of_the_key`')), on: moment('When it is gone at the latest') });
const elsewhere = z.strictObject({
  what: z.string().check(z.describe('What it is: `mails_that_were_delivered`, or `recipient: ` and the name of an office')),
  told: z.optional(moment('When whoever has it was told; absent where nobody can be told or nobody was')), acknowledged: z.optional(moment('When he said so himself; absent while he has not')),
});
const kept = z.strictObject({
  what: z.string().check(z.describe('What is kept, by its name in the data inventory')), count: z.number().check(z.describe('How many items')),
  reason: z.string().check(z.describe('Why, as a code: `legal_hold`, `retention`, `accountability_without_identity` (who did what, without names) or `business_record_of_nobody` (anonymised)')),
  until: z.optional(moment('Until when it is kept; absent where that has no end of its own')),
});
export const erasureCertificate = z.strictObject({
  format: z.literal('erasure-certificate/1').check(z.describe('Name and version of this format')),
  tenantId: z.string().check(z.describe('Id of the tenant that answers for the erasure')), requestId: z.string().check(z.describe('Id of the deletion request')), profile: z.enum(privacyProfiles).check(z.describe('Under which law: `gdpr` or `pipl`')),
  requestedAt: moment('When the deletion was asked for'), startedAt: z.optional(moment('When the erasure began; absent where it never did')), dueAt: moment('By when it had to be done'), issuedAt: moment('When this certificate was issued'),
  phases: z.array(phase).check(z.describe('What was done, phase by phase')),
  stores: z.array(line).check(z.describe('What became of each kind of data')),
  verified: z.array(proven).check(z.describe('What was proven by somebody who did not erase')),
  expires: z.array(expiring).check(z.describe('What is still to go by itself, and when')),
  outsideOurControl: z.array(elsewhere).check(z.describe('What nobody here can erase, and who was told')),
  retained: z.array(kept).check(z.describe('What is left, and why')),
  holds: z.array(z.strictObject({
    categories: z.array(dataCategory).check(z.describe('Which kinds of data are held')), until: z.optional(moment('When the hold ends by itself; absent where it does not')),
  })).check(z.describe('Legal holds for which something was left out')),
  /** The number of the one to which it adds: of the same request, whose erasure went on when what was kept back was not any more. */
  supplements: z.optional(z.int().check(z.minimum(1), z.describe('Number of the certificate to which this one adds, when what was held back was erased later; absent on the first of a request'))),
  /** Its place among the certificates of the tenant, and the hash of the one before; the first has none. */
  number: z.int().check(z.minimum(1), z.describe('Its place among the certificates of the tenant, from 1')),
  previous: z.nullable(z.string()).check(z.describe('SHA-256 of the certificate before it, in hexadecimal, so that none can be taken out or exchanged; null on the first')),
});
export type ErasureCertificate = z.infer<typeof erasureCertificate>;

export const SIGNATURE_ALGORITHM = 'ECDSA_P256_SHA_256';
export const signedCertificate = z.object({
  certificate: erasureCertificate.check(z.describe('What is signed: its canonical JSON (RFC 8785)')), algorithm: z.literal(SIGNATURE_ALGORITHM).check(z.describe('How it is signed')),
  signature: z.string().check(z.describe('The signature, DER in base64')), publicKey: z.string().check(z.describe('The key that verifies it, PEM. Before you trust it, compare its fingerprint with one that you got another way')),
  keyFingerprint: z.string().check(z.describe('SHA-256 of that key (DER, SPKI), in hexadecimal')),
});
export type SignedCertificate = z.infer<typeof signedCertificate>;

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** What is signed. */
export const signedTextOf = (certificate: ErasureCertificate): string => canonicalJson(certificate);
/** By which the next certificate names this one: whoever changes it, or signs it anew, breaks the chain. */
export const certificateHash = ({ certificate, signature }: Pick<SignedCertificate, 'certificate' | 'signature'>): string => sha256(canonicalJson({ certificate, signature })).toString('hex');
/** By which a public key is compared over the telephone. */
export const keyFingerprint = (key: KeyObject): string => sha256(key.export({ type: 'spki', format: 'der' })).toString('hex');

/** A public key in PEM; undefined for anything else, a private one too. */
export function publicKeyOf(pem: string): KeyObject | undefined {
  try {
    const key = pem.includes('PUBLIC KEY') ? createPublicKey(pem) : undefined;
    return key?.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined;
  } catch {
    return undefined;
  }
}

export interface Trust {
  /** The key that the platform is known to sign with; without it only the certificate's own word stands for it. */
  readonly publicKey?: KeyObject;
  /** The certificate before this one, where it is at hand. */
  readonly before?: SignedCertificate;
}

/** Everything that is wrong with what calls itself a certificate, in sentences; none where nothing is. */
export function certificateFaults(document: unknown, { publicKey, before }: Trust = {}): readonly string[] {
  const { success, data: signed, error } = signedCertificate.safeParse(document);
  if (!success) return error.issues.map(({ path, message }) => `it is no certificate of this kind: ${path.join('/') || 'the whole'}: ${message}`);
  return [...signatureFaults(signed, publicKey), ...(before ? chainFaults(signed, before) : [])];
}

function signatureFaults({ certificate, signature, publicKey: named, keyFingerprint: fingerprint }: SignedCertificate, trusted: KeyObject | undefined): readonly string[] {
  const own = publicKeyOf(named);
  if (!own) return ['the public key in it is no public key of the curve P-256'];
  const faults: string[] = [];
  if (keyFingerprint(own) !== fingerprint) faults.push('the fingerprint in it is not that of the public key in it');
  if (trusted && keyFingerprint(trusted) !== keyFingerprint(own)) faults.push(`it names another key than the one that is trusted (${keyFingerprint(trusted)})`);
  if (!verify('sha256', Buffer.from(signedTextOf(certificate)), trusted ?? own, Buffer.from(signature, 'base64')))
    faults.push('the signature does not belong to what it says: it was changed, or was signed by somebody else');
  return faults;
}

function chainFaults({ certificate }: SignedCertificate, before: SignedCertificate): readonly string[] {
  const faults: string[] = [];
  if (certificate.tenantId !== before.certificate.tenantId) faults.push('the certificate before it is of another tenant');
  if (certificate.number !== before.certificate.number + 1) faults.push(`it is number ${certificate.number}, and the one before it is number ${before.certificate.number}: one is missing between them`);
  else if (certificate.previous !== certificateHash(before)) faults.push('it names another certificate as the one before it: one of the two was changed or replaced');
  return faults;
}

/** A first one names none, any other names one: so much of a chain can be seen in one certificate. */
export const beginsChain = ({ number, previous }: ErasureCertificate): boolean => number === 1 && previous === null;
