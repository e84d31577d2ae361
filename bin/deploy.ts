import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { stageNamed, stageNames } from '../lib/stage.ts';

const root = join(import.meta.dirname, '..');

const HELP = `npm run deploy -- --stage <${stageNames.join('|')}> [flags of \`cdk deploy\`]

Builds and deploys all stacks of a stage, with the AWS account of your environment.
What differs between the stages stands in lib/stage.ts. Further flags are handed on,
such as --profile NAME or --require-approval never.
Before the first deployment to an account: npx cdk bootstrap`;

/** Answers the exit code of the CDK. @throws when no stage or an unknown one is named */
async function deploy(args: readonly string[]): Promise<number> {
  const separated = args.flatMap((each) => (each.startsWith('--stage=') ? ['--stage', each.slice('--stage='.length)] : [each]));
  const at = separated.indexOf('--stage');
  if (at < 0) throw new Error(`Which stage? Name one: --stage ${stageNames.join(' | ')}`);
  const { name } = stageNamed(separated[at + 1] ?? '');
  const further = separated.toSpliced(at, 2);
  const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const cli = spawn(process.execPath, [cdk, 'deploy', '--all', '-c', `stage=${name}`, ...further], { cwd: root, stdio: 'inherit' });
  const [code] = (await once(cli, 'close')) as [number | null];
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
