import { setTimeout as sleep } from 'node:timers/promises';
import type { Mailbox, ReceivedMail } from '../mailbox.ts';
import type { Outputs } from '../outputs.ts';

/** What every scene of the demo is played with: the API, the mails that came, and a timeline to print on. */

interface Undo { readonly step: string; readonly status: string }
interface Step { readonly step: string; readonly status: string; readonly attempts: number; readonly startedAt?: string; readonly duration: number | null; readonly compensation?: Undo }
export interface Run { readonly runId: string; readonly type: string; readonly status: string; readonly startedAt: string; readonly duration: number; readonly cause: string; readonly steps: readonly Step[]; readonly afterCompensation: readonly Undo[] }

export interface Scene { readonly outputs: Outputs; readonly mailbox: Mailbox; readonly token: string }

const began = Date.now();
export const say = (line: string): void => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);

export async function call<T>(outputs: Outputs, method: string, path: string, { body, token }: { body?: unknown; token?: string } = {}): Promise<T> {
  const response = await fetch(`${outputs.apiUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${answer}`);
  return JSON.parse(answer) as T;
}

/** Asks until the answer is there; a demo that waits for ever would hide a failure. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (let left = 120; left > 0; left -= 1) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(250);
  }
  throw new Error(`${what} did not happen within 30 s`);
}

export const mailTo = (mailbox: Mailbox, address: string, word: RegExp): Promise<ReceivedMail> =>
  until(`a mail about ${word.source}`, async () => (await mailbox.messages()).find(({ to, subject }) => to.includes(address) && word.test(subject)));

export function printRun(run: Run): void {
  say(`${run.type}: ${run.status} in ${run.duration} ms. ${run.cause}`);
  const width = 40;
  for (const { step, status, attempts, startedAt, duration } of run.steps) {
    const offset = startedAt ? Math.round(((Date.parse(startedAt) - Date.parse(run.startedAt)) / Math.max(run.duration, 1)) * width) : 0;
    const length = Math.max(1, Math.round(((duration ?? 0) / Math.max(run.duration, 1)) * width));
    const bar = `${' '.repeat(Math.min(offset, width - 1))}${'█'.repeat(Math.min(length, width - Math.min(offset, width - 1)))}`;
    console.log(`            ${step.padEnd(26)} ${status.padEnd(8)} ${String(attempts).padStart(2)}x ${String(duration ?? '-').padStart(6)} ms  │${bar.padEnd(width)}│`);
  }
  for (const { step, status } of [...run.steps.flatMap(({ compensation }) => compensation ?? []), ...run.afterCompensation]) console.log(`            ↶ ${step.padEnd(24)} ${status}`);
}

const underWay: ReadonlySet<string> = new Set(['RUNNING', 'WAITING', 'TIMED_OUT', 'COMPENSATING']);

export const finishedRun = (outputs: Outputs, token: string, type: string, subject: string): Promise<Run> =>
  until(`the end of ${type}`, async () => {
    const { items } = await call<{ items: readonly Run[] }>(outputs, 'GET', `/workflows/runs?type=${type}&subject=${subject}`, { token });
    const [run] = items;
    if (!run || underWay.has(run.status)) return undefined;
    return call<Run>(outputs, 'GET', `/workflows/runs/${run.runId}`, { token });
  });

export const newName = (): string => Date.now().toString(36);
export const newAddress = (name: string): string => `${name}.${newName()}@example.org`;
export const PASSWORD = 'correct horse battery staple';

export async function register({ outputs }: Scene, email: string, firstName: string): Promise<string> {
  const { userId, message } = await call<{ userId: string; message: string }>(outputs, 'POST', '/auth/register', {
    body: { tenantId: outputs.tenantId, email, password: PASSWORD, firstName, lastName: 'Example' } });
  say(`${firstName} registers at ${outputs.tenantId}; answered at once: "${message}"`);
  return userId;
}
