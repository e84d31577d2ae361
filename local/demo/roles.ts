import type { Member } from './registration.ts';
import { showRun } from './run-picture.ts';
import { call, finishedRun, inConsole, mailTo, newName, type Scene } from './scene.ts';

/** Given and taken away: both count with the answer, and the runs behind it tell, log out and record. */
export async function roles(scene: Scene, lin: Member): Promise<void> {
  const { outputs, token, timeline, words } = scene;
  timeline.chapter(words.roles.title);
  const { roleId } = await call<{ roleId: string }>(scene, 'POST', '/roles', { token, body: { name: `Operations ${newName()}`, permissions: ['workflows:read'], forcesLogout: true } });
  const asksForRuns = async (): Promise<{ status: number }> => ({ status: (await fetch(`${outputs.apiUrl}/workflows/runs?limit=1`, { headers: { authorization: `Bearer ${lin.token}` } })).status });
  timeline.moment(words.roles.asks(await asksForRuns()));
  await call(scene, 'POST', `/users/${lin.userId}/roles`, { token, body: { roleId } });
  timeline.moment(words.roles.given(await asksForRuns()));
  showRun(scene, await finishedRun(scene, 'role_assignment', lin.userId));
  timeline.moment(words.mail(await mailTo(scene, lin.email, /获得|授予|new role/i)));
  await call(scene, 'DELETE', `/users/${lin.userId}/roles/${roleId}`, { token, body: { reason: words.roles.reason } });
  timeline.moment(words.roles.taken(await asksForRuns()));
  showRun(scene, await finishedRun(scene, 'role_revocation', lin.userId));
  timeline.moment(words.mail(await mailTo(scene, lin.email, /收回|role was taken/i)));
  timeline.moment(words.roles.loggedOut(await asksForRuns()));
  timeline.link(inConsole(scene, `/people/${lin.userId}`));
}
