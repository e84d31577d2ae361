import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '../../lambdas/domain/language.ts';
import type { Mailbox, ReceivedMail } from '../mailbox.ts';
import type { Outputs } from '../outputs.ts';
import type { Timeline } from './timeline.ts';
import type { DemoWords } from './words/zh-cn.ts';

/** What every scene of the demo is played with: the API, the mails that came, and the timeline to print on. */
export interface Scene {
  readonly outputs: Outputs;
  readonly mailbox: Mailbox;
  readonly token: string;
  readonly language: Language;
  readonly words: DemoWords;
  readonly timeline: Timeline;
}

interface Undo { readonly step: string; readonly status: string }
interface Step { readonly step: string; readonly status: string; readonly attempts: number; readonly startedAt?: string; readonly duration: number | null; readonly compensation?: Undo }
export interface Run { readonly runId: string; readonly type: string; readonly status: string; readonly startedAt: string; readonly duration: number; readonly cause: string; readonly steps: readonly Step[]; readonly afterCompensation: readonly Undo[] }

type Caller = Pick<Scene, 'outputs' | 'language'>;
interface Asking { readonly body?: unknown; readonly token?: string }

export async function call<T>({ outputs, language }: Caller, method: string, path: string, { body, token }: Asking = {}): Promise<T> {
  const response = await fetch(`${outputs.apiUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'accept-language': language, ...(token && { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${answer}`);
  return JSON.parse(answer) as T;
}

/** Asks until the answer is there; a demo that waits for ever would hide a failure. */
export async function until<T>({ words }: Pick<Scene, 'words'>, what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (let left = 120; left > 0; left -= 1) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(250);
  }
  throw new Error(words.stillTo({ what }));
}

export const mailTo = (scene: Scene, address: string, word: RegExp): Promise<ReceivedMail> =>
  until(scene, `${address} ${word.source}`, async () => (await scene.mailbox.messages()).find(({ to, subject }) => to.includes(address) && word.test(subject)));

const underWay: ReadonlySet<string> = new Set(['RUNNING', 'WAITING', 'TIMED_OUT', 'COMPENSATING']);

export const finishedRun = (scene: Scene, type: string, subject: string): Promise<Run> =>
  until(scene, type, async () => {
    const { outputs, token, language } = scene;
    const { items: [run] } = await call<{ items: readonly Run[] }>({ outputs, language }, 'GET', `/workflows/runs?type=${type}&subject=${subject}`, { token });
    return !run || underWay.has(run.status) ? undefined : call<Run>(scene, 'GET', `/workflows/runs/${run.runId}`, { token });
  });

/** The address of a view of the console. */
export const inConsole = ({ outputs }: Pick<Scene, 'outputs'>, path: string): string => new URL(path, outputs.consoleUrl).href;

export const newName = (): string => Date.now().toString(36);
export const newAddress = (name: string): string => `${name}.${newName()}@example.org`;
export const PASSWORD = 'correct horse battery staple';

export async function register(scene: Scene, email: string, firstName: string): Promise<string> {
  const { outputs: { tenantId: tenant }, timeline, words } = scene;
  const { userId, message } = await call<{ userId: string; message: string }>(scene, 'POST', '/auth/register', {
    body: { tenantId: tenant, email, password: PASSWORD, firstName, lastName: 'Example' } });
  timeline.moment(words.registration.registers({ name: firstName, tenant, message }));
  return userId;
}
