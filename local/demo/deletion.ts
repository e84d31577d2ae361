import type { Member } from './registration.ts';
import { call, finishedRun, mailTo, PASSWORD, printRun, say, until, type Scene } from './scene.ts';

interface Deletion { readonly requestId: string; readonly status: string; readonly receiptCode: string; readonly phases: readonly { readonly name: string; readonly counts: Readonly<Record<string, number>> }[] }
interface SignedCertificate { readonly certificate: { readonly number: number; readonly issuedAt: string }; readonly algorithm: string; readonly keyFingerprint: string }

/** Somebody asks to be deleted: access ends with the answer, everything of her goes, and the certificate can be read without an account. */
export async function deletion(scene: Scene, lin: Member): Promise<void> {
  const { outputs, mailbox, token } = scene;
  const { sessionToken } = await call<{ sessionToken: string }>(outputs, 'POST', '/auth/login', { body: { tenantId: outputs.tenantId, email: lin.email, password: PASSWORD } });
  await call(outputs, 'POST', '/records', { token: sessionToken, body: { kind: 'order', title: 'An armchair for Lin', amount: 1 } });
  const { requestId, receiptCode } = await call<Deletion>(outputs, 'POST', `/users/${lin.userId}/deletion-requests`, {
    token: sessionToken, body: { reason: 'consent_withdrawn', gracePeriodSeconds: 0, password: PASSWORD } });
  const { status } = await fetch(`${outputs.apiUrl}/me`, { headers: { authorization: `Bearer ${sessionToken}` } });
  say(`Lin asks to be deleted, without a period of grace; her session is answered ${status} from now on`);
  printRun(await finishedRun(outputs, token, 'user_deletion', lin.userId));
  const withReceipt = `?receiptCode=${receiptCode}`;
  const { phases } = await until('the end of the deletion', async () => {
    const seen = await call<Deletion>(outputs, 'GET', `/deletion-requests/${requestId}${withReceipt}`);
    return seen.status === 'COMPLETED' ? seen : undefined;
  });
  for (const { name, counts } of phases) console.log(`            ${name.padEnd(24)} ${Object.entries(counts).map(([what, count]) => `${what} ${count}`).join(', ')}`);
  say(`mail, the last one: "${(await mailTo(mailbox, lin.email, /deletion/i)).subject}"`);
  const { certificate, algorithm, keyFingerprint } = await call<SignedCertificate>(outputs, 'GET', `/deletion-requests/${requestId}/certificate${withReceipt}`);
  say(`certificate number ${certificate.number} of ${outputs.tenantId}, signed (${algorithm}, key ${keyFingerprint.slice(0, 16)}…), read with the receipt code and without an account`);
}
