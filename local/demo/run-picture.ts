import { inConsole, type Run, type Scene } from './scene.ts';
import { padded } from './timeline.ts';

const NAME = 28;
const STATUS = 10;
const NUMBERS = 12;

const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const took = (ms: number): string => (ms < 1000 ? `${ms} ms` : `${seconds(ms)} s`);

/** A run as it is shown when it has ended: how, why, each step with a bar of when it was at work, its undos, and where to look at it. */
export function showRun(scene: Scene, run: Run): void {
  const { timeline, words } = scene;
  timeline.moment(words.ended({ process: words.processes[run.type] ?? run.type, status: words.statuses[run.status] ?? run.status, seconds: seconds(run.duration) }));
  if (run.status !== 'COMPLETED') timeline.detail(run.cause);
  const barWidth = timeline.room - 2 - NAME - STATUS - NUMBERS - 2;
  for (const { step, status, attempts, startedAt, duration } of run.steps) {
    const numbers = attempts === 0 ? '' : `${words.attempts({ count: attempts })} ${duration === null ? '-' : took(duration)}`;
    timeline.detail(`${padded(step, NAME)}${padded(words.statuses[status] ?? status, STATUS)}${padded(numbers, NUMBERS)}${bar(run, { startedAt, duration }, barWidth)}`);
  }
  for (const { step, status } of [...run.steps.flatMap(({ compensation }) => compensation ?? []), ...run.afterCompensation])
    timeline.detail(`${padded(words.undo({ step }), NAME + 8)} ${words.statuses[status] ?? status}`);
  timeline.link(inConsole(scene, `/runs/${run.runId}`));
}

function bar(run: Run, { startedAt, duration }: { readonly startedAt: string | undefined; readonly duration: number | null }, width: number): string {
  if (startedAt === undefined || width < 8) return '';
  const whole = Math.max(run.duration, 1);
  const offset = Math.min(width - 1, Math.max(0, Math.round(((Date.parse(startedAt) - Date.parse(run.startedAt)) / whole) * width)));
  const length = Math.max(1, Math.round(((duration ?? 0) / whole) * width));
  return `${'·'.repeat(offset)}${'█'.repeat(Math.min(length, width - offset))}`;
}
