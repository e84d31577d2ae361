import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const REGION = 'us-east-1';
const ACCOUNT = '000000000000';

/** What an SDK or the CDK needs to talk to a local AWS and to nothing else. */
export const localAwsEnvironment = (endpoint: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: endpoint, AWS_REGION: REGION, AWS_DEFAULT_REGION: REGION, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test',
  CDK_DEFAULT_ACCOUNT: ACCOUNT, CDK_DEFAULT_REGION: REGION,
});

/** The same for an SDK client that is told, and does not look around. */
export const clientSettings = (endpoint: string): { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } } =>
  ({ endpoint, region: REGION, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });

export interface Deployment {
  readonly endpoint: string;
  readonly consoleUrl: string;
  /** A folder of this deployment's own, so that two at once never meet. */
  readonly workDir: string;
}

const stackOutputs = z.record(z.string(), z.record(z.string(), z.string()));

/** The real app, by the real command: synthesised once, bootstrapped, deployed. Answers the outputs of all stacks. */
export async function deployLocally({ endpoint, consoleUrl, workDir }: Deployment, say: (line: string) => void): Promise<Record<string, string>> {
  const app = join(workDir, 'cdk.out');
  const outputsFile = join(workDir, 'stack-outputs.json');
  const env = { ...localAwsEnvironment(endpoint), CDK_VALIDATION: 'false', CONSOLE_URL: consoleUrl, BUILD_DIR: join(workDir, 'build') };
  const cdk = (args: readonly string[]) => run(args, env, join(workDir, 'deploy.log'));
  say('Synthesising the app');
  await cdk(['synth', '--quiet', '-c', 'stage=local', '--output', app]);
  say('Preparing the local AWS for deployments');
  await cdk(['bootstrap', `aws://${ACCOUNT}/${REGION}`, '--app', app]);
  say('Deploying the stacks');
  await cdk(['deploy', '--all', '--app', app, '--method=direct', '--require-approval', 'never', '--concurrency', '4', '--outputs-file', outputsFile]);
  const stacks = stackOutputs.parse(JSON.parse(await readFile(outputsFile, 'utf8')));
  return Object.assign({}, ...Object.values(stacks)) as Record<string, string>;
}

async function run(args: readonly string[], env: Record<string, string>, logFile: string): Promise<void> {
  await mkdir(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile, { flags: 'a' });
  const cli = spawn(join(ROOT, 'node_modules', '.bin', 'cdk'), [...args, '--no-notices', '--no-version-reporting', '--no-asset-metadata'], {
    cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  cli.stdout.pipe(log);
  cli.stderr.pipe(log);
  const [code] = (await once(cli, 'close')) as [number | null];
  log.end();
  if (code !== 0) throw new Error(`\`cdk ${args[0] ?? ''}\` failed; its output is in ${logFile}`);
}
