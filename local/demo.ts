import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { mailboxAt, type Mailbox, type ReceivedMail } from './mailbox.ts';
import { readOutputs, type Outputs } from './outputs.ts';

const HELP = `npm run demo

Plays a registration against the platform that \`npm start\` runs, and prints it as a timeline.`;

interface Step { readonly step: string; readonly status: string; readonly attempts: number; readonly startedAt?: string; readonly duration: number | null }
interface Run { readonly runId: string; readonly type: string; readonly status: string; readonly startedAt: string; readonly duration: number; readonly cause: string; readonly steps: readonly Step[] }

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
    console.log(`            ${step.padEnd(24)} ${status.padEnd(8)} ${String(attempts).padStart(2)}x ${String(duration ?? '-').padStart(6)} ms  │${bar.padEnd(width)}│`);
  }
}

const finishedRun = (outputs: Outputs, token: string, type: string, subject: string): Promise<Run> =>
  until(`the end of ${type}`, async () => {
    const { items } = await call<{ items: readonly Run[] }>(outputs, 'GET', `/workflows/runs?type=${type}&subject=${subject}`, { token });
    const [run] = items;
    if (!run || run.status === 'RUNNING') return undefined;
    return call<Run>(outputs, 'GET', `/workflows/runs/${run.runId}`, { token });
  });

async function play(outputs: Outputs): Promise<void> {
  const mailbox = await mailboxAt(outputs.awsEndpoint);
  const email = `lin.${Date.now().toString(36)}@example.org`;
  const password = 'correct horse battery staple';
  const { sessionToken: token } = await call<{ sessionToken: string }>(outputs, 'POST', '/auth/login', { body: { tenantId: outputs.tenantId, ...outputs.admin } });

  say(`Lin registers at ${outputs.tenantId}`);
  const { userId, message } = await call<{ userId: string; message: string }>(outputs, 'POST', '/auth/register', {
    body: { tenantId: outputs.tenantId, email, password, firstName: 'Lin', lastName: 'Example' } });
  say(`answered at once: "${message}"`);
  printRun(await finishedRun(outputs, token, 'user_registration', userId));
  const verification = await mailTo(mailbox, email, /verify/i);
  say(`mail: "${verification.subject}"`);
  say(`mail: "${(await mailTo(mailbox, email, /welcome/i)).subject}"`);

  const [, verificationToken] = /token=([\w-]+)/.exec(verification.text) ?? [];
  const { status } = await call<{ status: string }>(outputs, 'POST', '/auth/verify-email', { body: { token: verificationToken } });
  say(`Lin confirms the address: ${status}`);
  printRun(await finishedRun(outputs, token, 'account_activation', userId));
  say(`mail to the administrator: "${(await mailTo(mailbox, outputs.admin.email, /./)).subject}"`);

  const { expiresAt } = await call<{ expiresAt: string }>(outputs, 'POST', '/auth/login', { body: { tenantId: outputs.tenantId, email, password } });
  say(`Lin logs in; the session lasts until ${expiresAt}`);
}

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
if (values.help === true) console.log(HELP);
else await readOutputs().then(play).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
