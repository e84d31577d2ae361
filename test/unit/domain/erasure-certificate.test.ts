import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { canonicalJson } from '../../../lambdas/domain/canonical-json.ts';
import {
  certificateFaults, certificateHash, keyFingerprint, publicKeyOf, signedTextOf, SIGNATURE_ALGORITHM, type ErasureCertificate, type SignedCertificate,
} from '../../../lambdas/domain/erasure-certificate.ts';
import { memorySigner } from '../../support/memory-signer.ts';

/** A certificate says what it says, or it says that it was touched. */
const AT = '2026-03-02T08:00:00.000Z';
const body = (more: Partial<ErasureCertificate> = {}): ErasureCertificate => ({
  format: 'erasure-certificate/1', tenantId: 'demo', requestId: 'del_1', profile: 'gdpr', requestedAt: AT, dueAt: AT, issuedAt: AT,
  phases: [{ name: 'access', finishedAt: AT, counts: { sessions: 3 } }],
  stores: [{ store: 'identity', kind: 'sessions', category: 'security', way: 'delete', count: 3, held: false }],
  verified: [], expires: [], outsideOurControl: [], retained: [], holds: [], number: 1, previous: null, ...more,
});
const signer = memorySigner();
async function signed(certificate: ErasureCertificate, by = signer): Promise<SignedCertificate> {
  const publicKey = await by.publicKey();
  return { certificate, algorithm: SIGNATURE_ALGORITHM, signature: await by.sign(signedTextOf(certificate)), publicKey, keyFingerprint: keyFingerprint(createPublicKey(publicKey)) };
}
const stranger = () => memorySigner(undefined, generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey);

describe('canonical JSON', () => {
  test.each([
    [{ b: 1, a: [true, null, 'ü"\n'], c: undefined }, '{"a":[true,null,"ü\\"\\n"],"b":1}'], [{ 'é': 1, z: 2, Z: 3 }, '{"Z":3,"z":2,"é":1}'], [1e21, '1e+21'], ['', '""'],
  ])('%j is one text', (value, text) => expect(canonicalJson(value)).toBe(text));

  test.each([undefined, Number.NaN, Infinity, 1n, () => 1, [undefined]])('there is none for %p', (value) => expect(() => canonicalJson(value)).toThrow('there is no JSON'));
});

describe('a certificate', () => {
  test('is sound as it was signed, in whatever order its members come', async () => {
    const { certificate, ...rest } = await signed(body());
    const shuffled = JSON.parse(JSON.stringify({ ...rest, certificate: Object.fromEntries(Object.entries(certificate).toReversed()) })) as unknown;
    expect(certificateFaults(shuffled)).toEqual([]);
    expect(certificateFaults(shuffled, { publicKey: createPublicKey(await signer.publicKey()) })).toEqual([]);
  });

  test.each<[string, (certificate: ErasureCertificate) => ErasureCertificate]>([
    ['a count', (each) => ({ ...each, stores: each.stores.map((line) => ({ ...line, count: 2 })) })], ['a date', (each) => ({ ...each, issuedAt: '2026-03-01T08:00:00.000Z' })],
    ['what is retained', (each) => ({ ...each, retained: [{ what: 'records', count: 1, reason: 'legal_hold' }] })], ['its number', (each) => ({ ...each, number: 2 })]])('tells when %s was changed', async (_, change) => {
    const original = await signed(body());
    expect(certificateFaults({ ...original, certificate: change(original.certificate) })).toEqual([expect.stringContaining('was changed, or was signed by somebody else')]);
  });

  test('of a stranger is not taken for ours', async () => {
    const forged = await signed(body(), stranger());
    expect(certificateFaults(forged)).toEqual([]);
    expect(certificateFaults(forged, { publicKey: createPublicKey(await signer.publicKey()) })).toEqual([
      expect.stringContaining('another key than the one that is trusted'), expect.stringContaining('signed by somebody else')]);
  });

  test.each<[string, (each: SignedCertificate) => unknown, string]>([
    ['a word more than there is', (each) => ({ ...each, certificate: { ...each.certificate, email: 'x' } }), 'it is no certificate of this kind: certificate'],
    ['no signature', ({ certificate, algorithm, publicKey, keyFingerprint: fingerprint }) => ({ certificate, algorithm, publicKey, keyFingerprint: fingerprint }), 'it is no certificate of this kind: signature'], ['nothing at all', () => undefined, 'it is no certificate of this kind: the whole'],
    ['a fingerprint of another key', (each) => ({ ...each, keyFingerprint: '00' }), 'the fingerprint in it is not that of the public key'],
    ['no key', (each) => ({ ...each, publicKey: 'key' }), 'no public key of the curve P-256'], ['a signature that is none', (each) => ({ ...each, signature: 'AAAA' }), 'the signature does not belong'],
  ])('with %s is refused, and it is said why', async (_, change, why) => {
    expect(certificateFaults(change(await signed(body())))).toEqual([expect.stringContaining(why)]);
  });

  test('names the one before it', async () => {
    const first = await signed(body());
    const second = await signed(body({ requestId: 'del_2', number: 2, previous: certificateHash(first) }));
    expect(certificateFaults(second, { before: first })).toEqual([]);
    expect(certificateFaults(await signed(body({ number: 3, previous: certificateHash(second) })), { before: first })).toEqual([expect.stringContaining('one is missing between them')]);
    const again = await signed(body({ requestId: 'del_other' }));
    expect(certificateFaults(second, { before: again })).toEqual([expect.stringContaining('one of the two was changed or replaced')]);
    expect(certificateFaults(second, { before: await signed(body({ tenantId: 'other' })) })).toContainEqual('the certificate before it is of another tenant');
  });
});

test.each(['ed25519', 'rsa'] as const)('a key of another kind is none: %s', (kind) => {
  const { publicKey } = kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2_048 }) : generateKeyPairSync('ed25519');
  expect(publicKeyOf(publicKey.export({ type: 'spki', format: 'pem' }) as string)).toBeUndefined();
});
test('a private key is not taken for a public one', () => {
  expect(publicKeyOf(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)).toBeUndefined();
});
