import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { failState } from './point-state.ts';
import { mailboxAt, type Mailbox, type ReceivedMail } from './mailbox.ts';
import { readOutputs, type Outputs } from './outputs.ts';

const HELP = `npm run demo

Plays a registration, a role that is given and taken away, a registration that fails and is undone, one whose welcome mail fails, and what an operator does with a paused
process, against the platform that \`npm start\` runs; prints them as timelines, and the statistics at the end.`;

interface Undo { readonly step: string; readonly status: string }
interface Step { readonly step: string; readonly status: string; readonly attempts: number; readonly startedAt?: string; readonly duration: number | null; readonly compensation?: Undo }
interface Run { readonly runId: string; readonly type: string; readonly status: string; readonly startedAt: string; readonly duration: number; readonly cause: string; readonly steps: readonly Step[]; readonly afterCompensation: readonly Undo[] }

interface Scene { readonly outputs: Outputs; readonly mailbox: Mailbox; readonly token: string }

const began = Date.now();
const say = (line: string): void => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);

async function call<T>(outputs: Outputs, method: string, path: string, { body, token }: { body?: unknown; token?: string } = {}): Promise<T> {
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
async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (let left = 120; left > 0; left -= 1) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(250);
  }
  throw new Error(`${what} did not happen within 30 s`);
}

const mailTo = (mailbox: Mailbox, address: string, word: RegExp): Promise<ReceivedMail> =>
  until(`a mail about ${word.source}`, async () => (await mailbox.messages()).find(({ to, subject }) => to.includes(address) && word.test(subject)));

function printRun(run: Run): void {
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

const finishedRun = (outputs: Outputs, token: string, type: string, subject: string): Promise<Run> =>
  until(`the end of ${type}`, async () => {
    const { items } = await call<{ items: readonly Run[] }>(outputs, 'GET', `/workflows/runs?type=${type}&subject=${subject}`, { token });
    const [run] = items;
    if (!run || underWay.has(run.status)) return undefined;
    return call<Run>(outputs, 'GET', `/workflows/runs/${run.runId}`, { token });
  });

const newName = (): string => Date.now().toString(36);
const newAddress = (name: string): string => `${name}.${newName()}@example.org`;
const PASSWORD = 'correct horse battery staple';

async function register({ outputs }: Scene, email: string, firstName: string): Promise<string> {
  const { userId, message } = await call<{ userId: string; message: string }>(outputs, 'POST', '/auth/register', {
    body: { tenantId: outputs.tenantId, email, password: PASSWORD, firstName, lastName: 'Example' } });
  say(`${firstName} registers at ${outputs.tenantId}; answered at once: "${message}"`);
  return userId;
}

interface Member { readonly userId: string; readonly email: string; readonly token: string }

/** The whole way: both mails, the click, the active account. */
async function wholeWay(scene: Scene): Promise<Member> {
  const { outputs, mailbox, token } = scene;
  const email = newAddress('lin');
  const userId = await register(scene, email, 'Lin');
  printRun(await finishedRun(outputs, token, 'user_registration', userId));
  const verification = await mailTo(mailbox, email, /verify/i);
  say(`mail: "${verification.subject}"`);
  say(`mail: "${(await mailTo(mailbox, email, /welcome/i)).subject}"`);
  const [, verificationToken] = /token=([\w-]+)/.exec(verification.text) ?? [];
  const { status } = await call<{ status: string }>(outputs, 'POST', '/auth/verify-email', { body: { token: verificationToken } });
  say(`Lin confirms the address: ${status}`);
  printRun(await finishedRun(outputs, token, 'account_activation', userId));
  say(`mail to the administrator: "${(await mailTo(mailbox, outputs.admin.email, /./)).subject}"`);
  const { expiresAt, sessionToken } = await call<{ expiresAt: string; sessionToken: string }>(outputs, 'POST', '/auth/login', { body: { tenantId: outputs.tenantId, email, password: PASSWORD } });
  say(`Lin logs in; the session lasts until ${expiresAt}`);
  return { userId, email, token: sessionToken };
}

/** Given and taken away: both count with the answer, and the runs behind it tell, log out and record. */
async function roles(scene: Scene, lin: Member): Promise<void> {
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

/** A step that fails for good: what was done is undone, the person is told, the address is free. */
async function compensated(scene: Scene): Promise<void> {
  const { outputs, mailbox, token } = scene;
  const email = newAddress('kim');
  say('Now CreateUserProfile is broken on purpose');
  const fault = await failState(outputs.awsEndpoint, 'user_registration', 'CreateUserProfile', 'BusinessRefusal');
  try {
    const userId = await register(scene, email, 'Kim');
    printRun(await finishedRun(outputs, token, 'user_registration', userId));
    say(`mail: "${(await mailTo(mailbox, email, /not completed/i)).subject}"`);
  } finally {
    await fault.restore();
  }
  say('It is repaired, and Kim registers again with the same address');
  printRun(await finishedRun(outputs, token, 'user_registration', await register(scene, email, 'Kim')));
}

interface DeadLetter { readonly id: string; readonly runId: string; readonly cause: string; readonly redrive: string }

/** A mail that fails for good: the account is fine, the run has a warning, the mail is parked, and sent when somebody redrives it. */
async function parked(scene: Scene): Promise<void> {
  const { outputs, mailbox, token } = scene;
  const email = newAddress('noor');
  say('Now SendWelcomeEmail is broken on purpose');
  const fault = await failState(outputs.awsEndpoint, 'user_registration', 'SendWelcomeEmail', 'BusinessRefusal');
  const userId = await register(scene, email, 'Noor');
  const run = await finishedRun(outputs, token, 'user_registration', userId);
  await fault.restore();
  printRun(run);
  const { items } = await call<{ items: readonly DeadLetter[] }>(outputs, 'GET', '/workflows/dead-letters', { token });
  const letter = items.find(({ runId }) => runId === run.runId);
  if (!letter) throw new Error('the parked mail is not among the dead letters');
  say(`dead letter: ${letter.cause} Redriving it: ${letter.redrive}`);
  await call(outputs, 'POST', `/workflows/dead-letters/${letter.id}/redrive`, { token });
  say(`mail, late but once: "${(await mailTo(mailbox, email, /welcome/i)).subject}"`);
}

/** An operator pauses the process: what is accepted waits. One run is stopped, and the other goes on at once when the process is enabled. */
async function paused(scene: Scene): Promise<void> {
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

async function statistics({ outputs, token }: Scene): Promise<void> {
  const { byType } = await call<{ byType: Readonly<Record<string, Statistics>> }>(outputs, 'GET', '/workflows/statistics?window=1h', { token });
  say('statistics of the last hour');
  for (const [type, of] of Object.entries(byType).filter(([, { totalWorkflows }]) => totalWorkflows > 0)) {
    const { totalWorkflows: all, completedWorkflows: completed, completedWithWarnings: warnings, compensatedWorkflows: undone, failedWorkflows: failed, runningWorkflows: running, p50, p95 } = of;
    console.log(`            ${type.padEnd(24)} ${all} runs = ${completed} completed + ${warnings} with warnings + ${undone} undone + ${failed} failed or stopped + ${running} under way; p50 ${p50 ?? '-'} ms, p95 ${p95 ?? '-'} ms`);
  }
}

async function play(outputs: Outputs): Promise<void> {
  const mailbox = await mailboxAt(outputs.awsEndpoint);
  const { sessionToken: token } = await call<{ sessionToken: string }>(outputs, 'POST', '/auth/login', { body: { tenantId: outputs.tenantId, ...outputs.admin } });
  const scene = { outputs, mailbox, token };
  await roles(scene, await wholeWay(scene));
  await compensated(scene);
  await parked(scene);
  await paused(scene);
  await statistics(scene);
}

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
if (values.help === true) console.log(HELP);
else await readOutputs().then(play).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
