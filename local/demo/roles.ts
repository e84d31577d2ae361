import type { Member } from './registration.ts';
import { call, finishedRun, mailTo, newName, printRun, say, type Scene } from './scene.ts';

/** Given and taken away: both count with the answer, and the runs behind it tell, log out and record. */
export async function roles(scene: Scene, lin: Member): Promise<void> {
  const { outputs, mailbox, token } = scene;
  const { roleId } = await call<{ roleId: string }>(outputs, 'POST', '/roles', { token, body: { name: `Operations ${newName()}`, permissions: ['workflows:read'], forcesLogout: true } });
  const asksForRuns = async (): Promise<number> => (await fetch(`${outputs.apiUrl}/workflows/runs?limit=1`, { headers: { authorization: `Bearer ${lin.token}` } })).status;
  say(`Lin asks for the runs: ${await asksForRuns()}`);
  await call(outputs, 'POST', `/users/${lin.userId}/roles`, { token, body: { roleId } });
  say(`the administrator gives Lin a role that may see them; Lin asks again: ${await asksForRuns()}`);
  printRun(await finishedRun(outputs, token, 'role_assignment', lin.userId));
  say(`mail: "${(await mailTo(mailbox, lin.email, /new role/i)).subject}"`);
  await call(outputs, 'DELETE', `/users/${lin.userId}/roles/${roleId}`, { token, body: { reason: 'moved to another team' } });
  say(`the role is taken away, and the very next request is answered ${await asksForRuns()}`);
  printRun(await finishedRun(outputs, token, 'role_revocation', lin.userId));
  say(`mail: "${(await mailTo(mailbox, lin.email, /role was taken/i)).subject}"; the role asks for a logout, so Lin's session is answered ${await asksForRuns()}`);
}
