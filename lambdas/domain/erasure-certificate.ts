import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import { canonicalJson } from './canonical-json.ts';
import { deletionPhases, privacyProfiles } from './deletion-request.ts';
import { dataCategories } from './legal-hold.ts';

/**
 * What a tenant can show of an erasure: random ids, codes, counts and dates. Nothing in it is about the person, so that it may be
 * kept, handed over and published. What was proven, what is still to come and what nobody here can prove stand apart.
 */
const line = z.strictObject({ store: z.string(), kind: z.string(), category: z.enum(dataCategories), way: z.string(), count: z.number(), held: z.boolean() });
export const erasureCertificate = z.strictObject({
  format: z.literal('erasure-certificate/1'),
  tenantId: z.string(), requestId: z.string(), profile: z.enum(privacyProfiles),
  requestedAt: z.string(), startedAt: z.optional(z.string()), dueAt: z.string(), issuedAt: z.string(),
  phases: z.array(z.strictObject({ name: z.enum(deletionPhases), startedAt: z.optional(z.string()), finishedAt: z.optional(z.string()), counts: z.record(z.string(), z.number()) })),
  stores: z.array(line),
  verified: z.array(z.strictObject({ what: z.string(), residue: z.number(), at: z.string() })),
  expires: z.array(z.strictObject({ what: z.string(), on: z.string() })),
  /** `told`: when whoever has it was told; absent where nobody can be told. `acknowledged`: when he said so himself. */
  outsideOurControl: z.array(z.strictObject({ what: z.string(), told: z.optional(z.string()), acknowledged: z.optional(z.string()) })),
  retained: z.array(z.strictObject({ what: z.string(), count: z.number(), reason: z.string(), until: z.optional(z.string()) })),
  holds: z.array(z.strictObject({ categories: z.array(z.enum(dataCategories)), until: z.optional(z.string()) })),
  /** The number of the one to which it adds: of the same request, whose erasure went on when what was kept back was not any more. */
  supplements: z.optional(z.int().check(z.minimum(1))),
  /** Its place among the certificates of the tenant, and the hash of the one before; the first has none. */
  number: z.int().check(z.minimum(1)),
  previous: z.nullable(z.string()),
});
export type ErasureCertificate = z.infer<typeof erasureCertificate>;

export const SIGNATURE_ALGORITHM = 'ECDSA_P256_SHA_256';
export const signedCertificate = z.object({
  certificate: erasureCertificate, algorithm: z.literal(SIGNATURE_ALGORITHM), signature: z.string(), publicKey: z.string(), keyFingerprint: z.string(),
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
