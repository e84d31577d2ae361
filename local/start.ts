import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_TENANT } from '../lambdas/domain/tenant.ts';
import { securityHeaders } from '../console/headers.ts';
import { buildConsole } from '../console/build.ts';
import { ROOT, REGION } from './cdk.ts';
import { startLocalAws } from './local-aws.ts';
import { removeOutputs, writeOutputs } from './outputs.ts';
import { startPlatform } from './platform.ts';
import { assertPortFree, portFrom } from './ports.ts';
import { showActivity } from './activity.ts';
import { startWebServer } from './web-server.ts';

const HELP = `npm start

Starts everything on this machine: a local AWS, the app deployed to it, a tenant with its administrator, the console.
Stays in the foreground and shows what runs; Ctrl-C stops all of it.

  LOCAL_AWS_PORT     port of the local AWS (4566)
  CONSOLE_PORT       port of the console (8080)
  AWS_ENDPOINT_URL   use this AWS-compatible endpoint instead of starting one`;

/** What was started, stopped in reverse order, once. */
type Stop = () => Promise<unknown>;

async function start(say: (line: string) => void, stops: Stop[], stopped: AbortSignal): Promise<void> {
  const began = Date.now();
  const consolePort = portFrom('CONSOLE_PORT', 8080);
  await assertPortFree(consolePort, 'CONSOLE_PORT');
  const consoleUrl = `http://localhost:${consolePort}/`;
  const endpoint = await awsEndpoint(say, stops);
  const platform = await startPlatform({ endpoint, consoleUrl, workDir: join(ROOT, '.local', 'deployment') }, say);
  stopped.throwIfAborted();

  say('Serving the console');
  const consoleDir = join(ROOT, '.local', 'console');
  await buildConsole(consoleDir);
  const web = await startWebServer({ port: consolePort, apiUrl: platform.apiUrl, consoleDir, headers: securityHeaders });
  stops.push(() => web.stop());

  const admin = { email: 'admin@demo.example', password: randomBytes(12).toString('base64url') };
  say(`Creating the tenant ${DEMO_TENANT} and its administrator`);
  await platform.createDemoTenant(DEMO_TENANT, admin);
  const file = await writeOutputs({ stage: 'local', region: REGION, awsEndpoint: endpoint, apiUrl: platform.apiUrl, consoleUrl, tenantId: DEMO_TENANT, admin });
  stops.push(removeOutputs);
  say(readyText({ seconds: (Date.now() - began) / 1000, endpoint, apiUrl: platform.apiUrl, consoleUrl, admin, file }));
  await showActivity(platform.store, DEMO_TENANT, (line) => console.log(line), stopped);
}

async function awsEndpoint(say: (line: string) => void, stops: Stop[]): Promise<string> {
  const given = process.env['AWS_ENDPOINT_URL'];
  if (given) {
    say(`Using the AWS-compatible endpoint ${given}`);
    return given.replace(/\/$/, '');
  }
  say('Starting the local AWS');
  const aws = await startLocalAws({ port: portFrom('LOCAL_AWS_PORT', 4566), logFile: join(ROOT, '.local', 'local-aws.log'), say });
  stops.push(() => aws.stop());
  return aws.endpoint;
}

const readyText = (about: { seconds: number; endpoint: string; apiUrl: string; consoleUrl: string; admin: { email: string; password: string }; file: string }): string => `
Ready after ${about.seconds.toFixed(0)} s.

  Console    ${about.consoleUrl}
  API        ${about.apiUrl}
  Local AWS  ${about.endpoint}
  Tenant     ${DEMO_TENANT}, administrator ${about.admin.email} with password ${about.admin.password}

  All of this stands in ${about.file}. Try \`npm run demo\` in another shell. Ctrl-C stops everything.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) return console.log(HELP);
  const stops: Stop[] = [];
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort(new Error('stopped')));
  const began = Date.now();
  const say = (line: string): void => console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  try {
    await start(say, stops, stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  } finally {
    console.log('Stopping');
    for (const stop of stops.toReversed()) await stop();
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
