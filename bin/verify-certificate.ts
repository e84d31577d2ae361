import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { beginsChain, certificateFaults, publicKeyOf, signedCertificate, type SignedCertificate } from '../lambdas/domain/erasure-certificate.ts';

const HELP = `npm run verify-certificate -- <file|url> [<file|url> ...] [--key public.pem]

Checks certificates of erasures, offline but for the URLs that are named: the signature of each, and, of several in the order of their
numbers, that each names the one before it. Says in sentences what is wrong. Exit code 1 when anything is.

  --key    the public key that the platform is known to sign with, PEM. Without it a certificate is checked by the key that it names itself,
           and whoever wants to be sure compares the fingerprint with the one that the platform publishes`;

async function textOf(place: string): Promise<string> {
  if (!/^https?:\/\//.test(place)) return readFile(place, 'utf8');
  const answer = await fetch(place);
  if (!answer.ok) throw new Error(`${place.replace(/\?.*/, '')} answered ${answer.status}`);
  return answer.text();
}

async function documentAt(place: string): Promise<unknown> {
  const text = await textOf(place);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether nothing is wrong with any of them. */
async function main(): Promise<boolean> {
  const { values: { help, key }, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', short: 'h' }, key: { type: 'string' } } });
  if (help === true || positionals.length === 0) {
    console.log(HELP);
    return help === true;
  }
  const publicKey = key === undefined ? undefined : publicKeyOf(await readFile(key, 'utf8'));
  if (key !== undefined && !publicKey) throw new Error(`${key} holds no public key of the curve P-256`);
  let before: SignedCertificate | undefined;
  let sound = true;
  for (const place of positionals) {
    const document = await documentAt(place);
    const faults = certificateFaults(document, { ...(publicKey && { publicKey }), ...(before && { before }) });
    const { data } = signedCertificate.safeParse(document);
    tell(place.replace(/\?.*/, ''), faults, { signed: data, pinned: publicKey !== undefined, before });
    if (faults.length > 0) sound = false;
    before = data;
  }
  return sound;
}

interface Told { readonly signed: SignedCertificate | undefined; readonly pinned: boolean; readonly before: SignedCertificate | undefined }
function tell(place: string, faults: readonly string[], { signed, pinned, before }: Told): void {
  if (faults.length > 0 || !signed) {
    console.log(`NOT VALID  ${place}`);
    for (const fault of faults) console.log(`           - ${fault}`);
    return;
  }
  const { certificate, keyFingerprint } = signed;
  const chain = before ? `follows number ${before.certificate.number}` : beginsChain(certificate) ? 'the first of its tenant' : `names the one before it, which was not given`;
  console.log(`VALID      ${place}\n           ${certificate.requestId} of ${certificate.tenantId}, issued ${certificate.issuedAt}, number ${certificate.number}: ${chain}`);
  console.log(`           ${pinned ? 'signed by the key that was given' : `signed by the key ${keyFingerprint}, which only the certificate itself vouches for`}`);
}

process.exitCode = await main().then((sound) => (sound ? 0 : 1), (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
