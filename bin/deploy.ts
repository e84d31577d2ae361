import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { stageNamed, stageNames } from '../lib/stage.ts';

const root = join(import.meta.dirname, '..');

const NO_PRUNE = '--no-prune';

const HELP = `npm run deploy -- --stage <${stageNames.join('|')}> [--no-prune] [flags of \`cdk deploy\`]

Builds and deploys all stacks of a stage, with the AWS account of your environment.
What differs between the stages stands in lib/stage.ts. Further flags are handed on,
such as --profile NAME or --require-approval never. Afterwards the versions of functions
that nobody needs any more are deleted (npm run prune-versions), unless --no-prune says otherwise.
Before the first deployment to an account: npx cdk bootstrap`;

/** Answers the exit code of the CDK. @throws when no stage or an unknown one is named */
async function deploy(args: readonly string[]): Promise<number> {
  const separated = args.flatMap((each) => (/^--(stage|profile)=/.test(each) ? [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)] : [each]));
  const at = separated.indexOf('--stage');
  if (at < 0) throw new Error(`Which stage? Name one: --stage ${stageNames.join(' | ')}`);
  const { name } = stageNamed(separated[at + 1] ?? '');
  const further = separated.toSpliced(at, 2).filter((each) => each !== NO_PRUNE);
  const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const code = await run([cdk, 'deploy', '--all', '-c', `stage=${name}`, ...further]);
  if (code === 0 && !separated.includes(NO_PRUNE)) await prune(name, further.find((_, index) => further[index - 1] === '--profile'));
  return code;
}

/** What is deployed is deployed: versions that stay too long cost nothing but order, and the next deployment tries again. */
async function prune(stage: string, profile: string | undefined): Promise<void> {
  const code = await run([join(root, 'bin', 'prune-versions.ts'), '--stage', stage], profile === undefined ? {} : { AWS_PROFILE: profile });
  if (code !== 0) console.error(`The stage is deployed, but old versions of its functions were not deleted: npm run prune-versions -- --stage ${stage}`);
}

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  console.log(HELP);
} else {
  process.exitCode = await deploy(args).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
}
