import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: object };

const out = mkdtempSync(join(tmpdir(), 'checked-'));
afterAll(() => rmSync(out, { recursive: true }));

/** The app as the CDK calls it, with the security checks on. Answers the folder that it synthesised into. */
async function synthesisedByTheApp(stage: string): Promise<string> {
  const directory = join(out, stage);
  const env = { ...process.env, CDK_VALIDATION: '', CDK_OUTDIR: directory, BUILD_DIR: join(out, 'build'), CDK_CONTEXT_JSON: JSON.stringify({ ...context, stage }) };
  await execute(process.execPath, ['bin/app.ts'], { env });
  return directory;
}

const refusalOf = (script: string, args: readonly string[]) => execute(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args]).then(() => 'was not refused', (error: { stderr: string }) => error.stderr.trim());
const refusal = (args: readonly string[]) => refusalOf('bin/deploy.ts', args);

describe.each(['local', 'prod'])('the security checks on the stage %s', (stage) => {
  const MINUTE = 60_000;

  test('find nothing that is not acknowledged, and every acknowledgement says why', async () => {
    const synthesised = await synthesisedByTheApp(stage);
    const { pluginReports } = JSON.parse(readFileSync(join(synthesised, 'validation-report.json'), 'utf8')) as { pluginReports: unknown[] };
    expect(pluginReports).toEqual([]);
    const acknowledged = readdirSync(synthesised).filter((file) => file.endsWith('.template.json'))
      .flatMap((file) => [...readFileSync(join(synthesised, file), 'utf8').matchAll(/"id": "(AwsSolutions-[^"]+)",\s+"reason": "([^"]*)"/g)]);
    // They were on: acknowledgements come into the templates by the checks alone.
    expect(acknowledged.length).toBeGreaterThan(20);
    for (const [, , reason] of acknowledged) expect(reason?.split(' ').length).toBeGreaterThan(5);
  }, MINUTE);
});

const rebuild = (...args: readonly string[]) => execute(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/rebuild-statistics.ts', ...args]);

describe('npm run statistics:rebuild', () => {
  test('explains itself', async () => {
    expect((await rebuild('--help')).stdout).toContain('[--tenant acme] [--write]');
  });

  test('wants to know the stage, and takes no name that is none', async () => {
    await expect(rebuild('--tenant', 'a#b')).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^--stage is missing or not valid\n--tenant is missing or not valid/) });
  });
});

describe('npm run deploy', () => {
  test('explains itself', async () => {
    const { stdout } = await execute(process.execPath, ['bin/deploy.ts', '--help']);
    expect(stdout).toContain('--stage <local|dev|staging|prod>');
  });

  test('refuses to guess the stage', async () => {
    expect(await refusal([])).toBe('Which stage? Name one: --stage local | dev | staging | prod');
    expect(await refusal(['--stage', 'qa'])).toBe('There is no stage "qa". The stages are local, dev, staging, prod.');
    expect(await refusal(['--stage'])).toMatch(/^There is no stage ""/);
  });
});

describe('npm run create-tenant', () => {
  test('refuses the name that stands for what belongs to no tenant, and says so', async () => {
    expect(await refusalOf('bin/create-tenant.ts', ['--stage', 'dev', '--tenant', 'platform', '--name', 'Mine', '--email', 'ada@mine.example', '--first-name', 'Ada', '--last-name', 'Mine', '--master-key', 'key']))
      .toBe('no tenant may be called platform: the word stands for what belongs to none; choose another id');
  });
});

describe('npm run erasures:replay', () => {
  test('explains itself, and wants to know where, since when and by which key', async () => {
    expect((await execute(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/replay-erasures.ts', '--help'])).stdout).toContain('--since 2026-11-25T08:00:00Z');
    expect(await refusalOf('bin/replay-erasures.ts', ['--stage', 'dev', '--since', 'yesterday'])).toMatch(/^--since is missing or not valid\n--master-key is missing or not valid/);
  });
});

describe('npm run restore-drill', () => {
  test('ends with nothing left', async () => {
    const { stdout } = await execute(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/restore-drill.ts']);
    expect(stdout).toMatch(/after the erasure +0 [^]*after the restore of an older state +2\d\d [^]*after the replay of the ledger +0 /);
  }, 60_000);
});

describe('npm run bench:erasure', () => {
  test('explains itself, and says what it calls too much', async () => {
    const { stdout } = await execute(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/bench-erasure.ts', '--help']);
    expect(stdout).toContain('0.05 requests per item, CPU within 10 % per decade, 200 MB, 300 events, 4 KB');
  });
});

describe('npm run prune-versions', () => {
  test('explains itself', async () => {
    const { stdout } = await execute(process.execPath, ['bin/prune-versions.ts', '--help']);
    expect(stdout).toContain('npm run prune-versions -- --stage dev [--dry-run]');
  });

  test('refuses to guess the stage, and a time that is none', async () => {
    expect(await refusalOf('bin/prune-versions.ts', [])).toMatch(/^--stage is missing or not valid/);
    expect(await refusalOf('bin/prune-versions.ts', ['--stage', 'qa'])).toBe('There is no stage "qa". The stages are local, dev, staging, prod.');
    expect(await refusalOf('bin/prune-versions.ts', ['--stage', 'dev', '--keep-for', 'ever'])).toMatch(/^--keep-for is missing or not valid/);
  });
});
