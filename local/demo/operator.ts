import { showRun } from './run-picture.ts';
import { call, finishedRun, inConsole, newAddress, register, until, type Run, type Scene } from './scene.ts';

/** An operator pauses the process: what is accepted waits. One run is stopped, and the other goes on at once when the process is enabled. */
export async function paused(scene: Scene): Promise<void> {
  const { token, timeline, words: { paused: words } } = scene;
  timeline.chapter(words.title);
  await enable(scene, false, words.lookFirst);
  try {
    const people = { Ana: await register(scene, newAddress('ana'), 'Ana'), Ben: await register(scene, newAddress('ben'), 'Ben') };
    for (const [name, userId] of Object.entries(people)) timeline.moment(words.waits({ name, cause: (await runAt(scene, userId, 'WAITING')).cause }));
    const { runId } = await runAt(scene, people.Ben, 'WAITING');
    await call(scene, 'POST', `/workflows/runs/${runId}/stop`, { token, body: { reason: words.leaveBenOut } });
    timeline.moment(words.stopped(await runAt(scene, people.Ben, 'CANCELLED')));
    timeline.link(inConsole(scene, `/runs/${runId}`));
    await enable(scene, true, words.allFine);
    showRun(scene, await finishedRun(scene, 'user_registration', people.Ana));
  } finally {
    await enable(scene, true, words.over);
  }
}

async function enable(scene: Scene, enabled: boolean, reason: string): Promise<void> {
  const { token, timeline, words: { paused: words } } = scene;
  const path = '/workflows/user_registration/config';
  const { version, values } = await call<{ version: number; values: { enabled: boolean } }>(scene, 'GET', path, { token });
  if (values.enabled === enabled) return;
  const changed = await call<{ version: number }>(scene, 'PUT', path, { token, body: { values: { enabled }, version, reason } });
  timeline.moment((enabled ? words.enables : words.pauses)({ reason, from: version, to: changed.version }));
  timeline.link(inConsole(scene, '/configuration/user_registration'));
}

const runAt = (scene: Scene, subject: string, status: string): Promise<Run> => until(scene, status, async () =>
  (await call<{ items: readonly Run[] }>(scene, 'GET', `/workflows/runs?type=user_registration&subject=${subject}`, { token: scene.token })).items.find((run) => run.status === status));

interface Statistics {
  readonly totalWorkflows: number; readonly runningWorkflows: number; readonly completedWorkflows: number; readonly completedWithWarnings: number;
  readonly compensatedWorkflows: number; readonly failedWorkflows: number; readonly p50: number | null; readonly p95: number | null;
}

/** The five parts of which all runs are the sum. */
const ends = ['completedWorkflows', 'completedWithWarnings', 'compensatedWorkflows', 'failedWorkflows', 'runningWorkflows'] as const;

const took = (ms: number | null): string => (ms === null ? '-' : `${(ms / 1000).toFixed(1)} s`);

export async function statistics(scene: Scene): Promise<void> {
  const { token, timeline, words } = scene;
  timeline.chapter(words.statistics.title);
  const { byType } = await call<{ byType: Readonly<Record<string, Statistics>> }>(scene, 'GET', '/workflows/statistics?window=1h', { token });
  for (const [type, of] of Object.entries(byType).filter(([, { totalWorkflows }]) => totalWorkflows > 0)) {
    timeline.moment(words.statistics.durations({ process: words.processes[type] ?? type, p50: took(of.p50), p95: took(of.p95) }));
    const parts = ends.filter((name) => of[name] > 0).map((name) => words.statistics.parts[name](of[name]));
    timeline.detail(words.statistics.runs({ all: of.totalWorkflows, parts: parts.join(' + ') }));
  }
  timeline.link(inConsole(scene, '/'));
}
