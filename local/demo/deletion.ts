import type { Member } from './registration.ts';
import { showRun } from './run-picture.ts';
import { call, finishedRun, inConsole, mailTo, PASSWORD, until, type Scene } from './scene.ts';

interface Deletion { readonly requestId: string; readonly status: string; readonly receiptCode: string; readonly phases: readonly { readonly name: string; readonly counts: Readonly<Record<string, number>> }[] }
interface SignedCertificate { readonly certificate: { readonly number: number; readonly issuedAt: string }; readonly algorithm: string; readonly keyFingerprint: string }

/** Somebody asks to be deleted: access ends with the answer, everything of her goes, and the certificate can be read without an account. */
export async function deletion(scene: Scene, lin: Member): Promise<void> {
  const { outputs, timeline, words } = scene;
  timeline.chapter(words.deletion.title);
  const { sessionToken } = await call<{ sessionToken: string }>(scene, 'POST', '/auth/login', { body: { tenantId: outputs.tenantId, email: lin.email, password: PASSWORD } });
  await call(scene, 'POST', '/records', { token: sessionToken, body: { kind: 'order', title: words.deletion.record, amount: 1 } });
  const { requestId, receiptCode } = await call<Deletion>(scene, 'POST', `/users/${lin.userId}/deletion-requests`, {
    token: sessionToken, body: { reason: 'consent_withdrawn', gracePeriodSeconds: 0, password: PASSWORD } });
  const { status } = await fetch(`${outputs.apiUrl}/me`, { headers: { authorization: `Bearer ${sessionToken}` } });
  timeline.moment(words.deletion.asks({ status }));
  timeline.link(inConsole(scene, `/deletions/${requestId}`));
  showRun(scene, await finishedRun(scene, 'user_deletion', lin.userId));
  const withReceipt = `?receiptCode=${receiptCode}`;
  const { phases } = await until(scene, 'COMPLETED', async () => {
    const seen = await call<Deletion>(scene, 'GET', `/deletion-requests/${requestId}${withReceipt}`);
    return seen.status === 'COMPLETED' ? seen : undefined;
  });
  showPhases(scene, phases);
  timeline.moment(words.mail(await mailTo(scene, lin.email, /删除|deletion/i)));
  const { certificate, algorithm, keyFingerprint } = await call<SignedCertificate>(scene, 'GET', `/deletion-requests/${requestId}/certificate${withReceipt}`);
  timeline.moment(words.deletion.certificate({ number: certificate.number, tenant: outputs.tenantId }));
  timeline.detail(words.deletion.signature({ algorithm, fingerprint: keyFingerprint.slice(0, 16) }));
}

/** What there was none of is left out; that nothing was found again is the point. */
function showPhases({ timeline, words }: Scene, phases: Deletion['phases']): void {
  for (const { name, counts } of phases) {
    const told = Object.entries(counts).filter(([what, count]) => count > 0 || what === 'residue').map(([what, count]) => words.deletion.count({ kind: words.kinds[what] ?? what, count }));
    if (told.length > 0) timeline.detail(words.deletion.phase({ name: words.phases[name] ?? name, counts: told.join(words.deletion.separator) }));
  }
}
