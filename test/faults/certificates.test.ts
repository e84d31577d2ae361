import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getCertificate } from '../../lambdas/api/deletion/routes.ts';
import { certificateFaults, type SignedCertificate } from '../../lambdas/domain/erasure-certificate.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { beginErasure, readyToErase } from '../support/erasures.ts';
import type { World } from '../support/world.ts';

/** What a data protection officer is handed: two people are erased, one after the other. */
let world: World;
let subjects: readonly Subject[];
let personal: readonly string[];
let certificates: readonly SignedCertificate[];
const folder = mkdtempSync(join(tmpdir(), 'certificates-'));

const certificateOf = async (id: string): Promise<SignedCertificate> =>
  (await world.call(getCertificate, { token: await world.administratorSession(), params: { id } })).body as unknown as SignedCertificate;

beforeAll(async () => {
  const ready = await readyToErase(5);
  ({ world } = ready);
  subjects = [ready.subject, ready.other];
  personal = (await Promise.all(subjects.map((each) => world.user(each)))).map(({ blindIndex }) => blindIndex).concat(subjects.map(({ userId }) => userId));
  const requests: string[] = [];
  for (const subject of subjects) {
    requests.push(await beginErasure(world, subject));
    await world.settle();
  }
  certificates = await Promise.all(requests.map(certificateOf));
});
afterAll(() => {
  world.end();
  rmSync(folder, { recursive: true });
});

test('there is one for each, the second behind the first', () => {
  const [first, second] = certificates;
  expect(certificates.map(({ certificate: { number, requestId } }) => [number, requestId])).toEqual([[1, expect.stringMatching(/^del_/)], [2, expect.stringMatching(/^del_/)]]);
  expect(certificateFaults(first)).toEqual([]);
  expect(certificateFaults(second, { ...(first && { before: first }) })).toEqual([]);
});

test('it says what was done where, what was verified, what expires when and what is out of reach', () => {
  expect(certificates[0]?.certificate).toMatchObject({
    profile: 'gdpr', previous: null, holds: [],
    stores: expect.arrayContaining([{ store: 'identity', kind: 'sessions', category: 'security', way: 'delete', count: 5, held: false }]),
    phases: expect.arrayContaining([expect.objectContaining({ name: 'personal_data', finishedAt: expect.any(String) })]),
    verified: [{ what: 'nothing_where_a_person_has_anything', residue: 0, at: expect.any(String) }, { what: 'no_value_of_the_person_in_what_is_left', residue: 0, at: expect.any(String) }],
    expires: [{ what: 'backups_of_the_tables', on: expect.any(String) }, { what: 'backups_of_the_key', on: expect.any(String) }],
    outsideOurControl: [{ what: 'mails_that_were_delivered' }],
    retained: expect.arrayContaining([
      { what: 'records', count: 5, reason: 'business_record_of_nobody' }, { what: 'auditEntries', count: expect.any(Number), reason: 'accountability_without_identity', until: expect.stringMatching(/^2029-/) }]),
  });
});

test('nothing in it is about the person, not even the random id', () => {
  const text = JSON.stringify(certificates).toLowerCase();
  expect([...personal, 'anna', 'berg', 'berta', '@example.com'].filter((each) => text.includes(each.toLowerCase()))).toEqual([]);
});

const run = (...args: readonly string[]) => promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/verify-certificate.ts', ...args])
  .then(({ stdout }) => ({ code: 0, stdout }), ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout: `${stdout}${stderr}` }));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('npm run verify-certificate', () => {
  test('accepts the chain, with the key that is known', async () => {
    const key = file('public.pem', certificates[0]?.publicKey);
    const { code, stdout } = await run(file('1.json', certificates[0]), file('2.json', certificates[1]), '--key', key);
    expect(stdout).toMatch(/VALID[^]*number 1: the first of its tenant[^]*signed by the key that was given[^]*number 2: follows number 1/);
    expect(code).toBe(0);
  });

  test('says that nobody else vouches for a key that only the certificate names', async () => {
    expect(await run(file('1.json', certificates[0]))).toEqual({ code: 0, stdout: expect.stringContaining('which only the certificate itself vouches for') });
  });

  test('refuses what was changed, what is missing a link and what is none, each with its reason', async () => {
    const changed = file('changed.json', { ...certificates[0], certificate: { ...certificates[0]?.certificate, issuedAt: '2020-01-01T00:00:00.000Z' } });
    expect(await run(changed)).toEqual({ code: 1, stdout: expect.stringMatching(/NOT VALID[^]*it was changed, or was signed by somebody else/) });
    expect(await run(file('2.json', certificates[1]), file('1.json', certificates[0]))).toEqual({ code: 1, stdout: expect.stringContaining('one is missing between them') });
    expect(await run(file('text.json', 'hello'))).toEqual({ code: 1, stdout: expect.stringContaining('it is no certificate of this kind') });
    expect((await run(join(folder, 'nowhere.json'))).code).toBe(1);
  });

  test('takes an address too, and does not print the receipt that stands in it', async () => {
    const server = createServer((_, answer) => { answer.end(JSON.stringify(certificates[0])); }).listen(0);
    const { port } = server.address() as AddressInfo;
    const { code, stdout } = await run(`http://localhost:${port}/certificate?receiptCode=hidden`);
    server.close();
    expect([code, stdout.includes('hidden')]).toEqual([0, false]);
  });

  test('explains itself, and wants something to check', async () => {
    expect(await run('--help')).toEqual({ code: 0, stdout: expect.stringContaining('<file|url>') });
    expect((await run()).code).toBe(1);
  });
});
