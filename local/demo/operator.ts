import { call, finishedRun, newAddress, printRun, register, say, until, type Run, type Scene } from './scene.ts';

/** An operator pauses the process: what is accepted waits. One run is stopped, and the other goes on at once when the process is enabled. */
export async function paused(scene: Scene): Promise<void> {
  const { outputs, token } = scene;
  await enable(scene, false, 'a look at the mails first');
  try {
    const [ana, ben] = [await register(scene, newAddress('ana'), 'Ana'), await register(scene, newAddress('ben'), 'Ben')];
    for (const userId of [ana, ben]) say(`user_registration: WAITING. ${(await runAt(scene, userId, 'WAITING')).cause}`);
    const { runId } = await runAt(scene, ben, 'WAITING');
    await call(outputs, 'POST', `/workflows/runs/${runId}/stop`, { token, body: { reason: 'Ben asked to be left out' } });
    say(`Ben's run is stopped: ${(await runAt(scene, ben, 'CANCELLED')).cause}`);
    await enable(scene, true, 'the mails are fine');
    printRun(await finishedRun(outputs, token, 'user_registration', ana));
  } finally {
    await enable(scene, true, 'the demo is over');
  }
}

async function enable({ outputs, token }: Scene, enabled: boolean, reason: string): Promise<void> {
  const path = '/workflows/user_registration/config';
  const { version, values } = await call<{ version: number; values: { enabled: boolean } }>(outputs, 'GET', path, { token });
  if (values.enabled === enabled) return;
  const changed = await call<{ version: number }>(outputs, 'PUT', path, { token, body: { values: { enabled }, version, reason } });
  say(`the operator ${enabled ? 'enables' : 'pauses'} user_registration: "${reason}" (configuration ${version} -> ${changed.version})`);
}

const runAt = ({ outputs, token }: Scene, subject: string, status: string): Promise<Run> => until(`a run that is ${status}`, async () =>
  (await call<{ items: readonly Run[] }>(outputs, 'GET', `/workflows/runs?type=user_registration&subject=${subject}`, { token })).items.find((run) => run.status === status));

interface Statistics {
  readonly totalWorkflows: number; readonly runningWorkflows: number; readonly completedWorkflows: number; readonly completedWithWarnings: number;
  readonly compensatedWorkflows: number; readonly failedWorkflows: number; readonly p50: number | null; readonly p95: number | null;
}

export async function statistics({ outputs, token }: Scene): Promise<void> {
  const { byType } = await call<{ byType: Readonly<Record<string, Statistics>> }>(outputs, 'GET', '/workflows/statistics?window=1h', { token });
  say('statistics of the last hour');
  for (const [type, of] of Object.entries(byType).filter(([, { totalWorkflows }]) => totalWorkflows > 0)) {
    const { totalWorkflows: all, completedWorkflows: completed, completedWithWarnings: warnings, compensatedWorkflows: undone, failedWorkflows: failed, runningWorkflows: running, p50, p95 } = of;
    console.log(`            ${type.padEnd(24)} ${all} runs = ${completed} completed + ${warnings} with warnings + ${undone} undone + ${failed} failed or stopped + ${running} under way; p50 ${p50 ?? '-'} ms, p95 ${p95 ?? '-'} ms`);
  }
}
