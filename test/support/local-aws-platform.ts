import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { securityHeaders } from '../../console/headers.ts';
import { buildConsole } from '../../console/build.ts';
import { ROOT } from '../../local/cdk.ts';
import { startLocalAws, type LocalAwsOptions } from '../../local/local-aws.ts';
import { mailboxAt, type Mailbox, type ReceivedMail } from '../../local/mailbox.ts';
import { startPlatform, type Platform } from '../../local/platform.ts';
import { freePort } from '../../local/ports.ts';
import { startWebServer } from '../../local/web-server.ts';

export interface DeployedPlatform {
  readonly endpoint: string;
  readonly apiUrl: string;
  readonly consoleUrl: string;
  readonly workDir: string;
  readonly tenantId: string;
  readonly admin: { readonly email: string; readonly password: string };
  readonly mailbox: Mailbox;
  readonly store: Platform['store'];
  readonly vault: Platform['vault'];
  readonly eventBusName: string;
  readonly operations: Platform['operations'];
  /** An orderly stop of the local AWS and its start from the state that it kept, at the same address; only of one that keeps it. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The real app on a local AWS of the suite's own (or at AWS_ENDPOINT_URL), with tenant, administrator and console. One that keeps its state, or in which somebody is asked, is always its own. */
export async function deployedPlatform(name: string, { keepsState = false, ...more }: { keepsState?: boolean } & Pick<LocalAwsOptions, 'lambdaGate' | 'waitScale' | 'tasksAsk'> = {}): Promise<DeployedPlatform> {
  const workDir = join(ROOT, '.local', 'test', name);
  await rm(workDir, { recursive: true, force: true });
  const consolePort = await freePort();
  const consoleUrl = `http://localhost:${consolePort}/`;
  const given = keepsState || more.tasksAsk !== undefined ? undefined : process.env['AWS_ENDPOINT_URL'];
  const options = { port: await freePort(), logFile: join(workDir, 'local-aws.log'), ...more, ...(keepsState && { stateDir: join(workDir, 'state') }) };
  let aws = given ? undefined : await startLocalAws(options);
  const endpoint = given ?? aws?.endpoint ?? '';
  const platform = await startPlatform({ endpoint, consoleUrl, workDir }, () => {});
  const consoleDir = join(workDir, 'console');
  await buildConsole(consoleDir);
  const web = await startWebServer({ port: consolePort, apiUrl: platform.apiUrl, consoleDir, headers: securityHeaders });
  const tenantId = 'demo';
  const admin = { email: 'admin@demo.example', password: 'a long and quiet river' };
  await platform.createDemoTenant(tenantId, admin);
  return {
    endpoint, apiUrl: platform.apiUrl, consoleUrl, workDir, tenantId, admin, store: platform.store, vault: platform.vault, eventBusName: platform.eventBusName, operations: platform.operations, mailbox: await mailboxAt(endpoint),
    async restart() {
      if (!keepsState) throw new Error('its state would be lost');
      await aws?.stop();
      aws = await startLocalAws({ ...options, logFile: join(workDir, 'local-aws-again.log') });
    },
    async stop() {
      await web.stop();
      await aws?.stop();
    },
  };
}

export interface Answer<Body> { readonly status: number; readonly headers: Headers; readonly body: Body; readonly text: string }

/** A call to the deployed API. A string body is sent as it is. */
export async function call<Body>(platform: Pick<DeployedPlatform, 'apiUrl'>, method: string, path: string, { body, token, headers }: { body?: unknown; token?: string; headers?: Record<string, string> } = {}): Promise<Answer<Body>> {
  const response = await fetch(`${platform.apiUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: (text ? JSON.parse(text) : undefined) as Body };
}

/** Asks until there is an answer. @throws when there is none in time, naming what was awaited */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>, withinMs = 15_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${withinMs / 1000} s`);
    await sleep(200);
  }
}

export const mailsTo = async ({ mailbox }: DeployedPlatform, address: string): Promise<ReceivedMail[]> =>
  (await mailbox.messages()).filter(({ to }) => to.includes(address));

export const tokenIn = ({ text }: ReceivedMail): string => /token=([\w-]+)/.exec(text)?.[1] ?? 'the mail has no token';

export const adminToken = async (platform: DeployedPlatform): Promise<string> =>
  (await call<{ sessionToken: string }>(platform, 'POST', '/auth/login', { body: { tenantId: platform.tenantId, ...platform.admin } })).body.sessionToken;
