// npm test: every suite one after another, then a summary. `npm test -- unit faults` runs just those.
// The last line counts: lint and type check as one each, a suite that crashed as one failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const JEST = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', join(ROOT, 'node_modules/jest/bin/jest.js')];

const SUITES = {
  lint: () => npmScript('lint'),
  typecheck: () => npmScript('typecheck'),
  unit: () => jest('unit'),
  infrastructure: () => jest('infrastructure'),
  faults: () => jest('faults'),
  'fault-matrix': () => faultMatrix(),
  'local-aws': () => jest('local-aws', '--runInBand'),
  console: () => {
    const browser = [process.env.CHROMIUM_PATH, ...BROWSERS].find((path) => path && existsSync(path));
    if (browser === undefined) console.log('No browser is installed: what needs one is skipped (apt-get install chromium).');
    return jest('console');
  },
  'console-views': () => jest('console-views', '--runInBand'),
};

const run = (command, args) => spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' }).status === 0;

const npmScript = (name) => (run('npm', ['run', '--silent', name]) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Each cell is a test; how to read them stands in docs/fault-matrix.md. */
function faultMatrix() {
  const report = join(ROOT, 'evidence', 'matrix.json');
  rmSync(report, { force: true });
  const succeeded = run('npm', ['run', '--silent', 'fault-matrix']);
  const { cells, right } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { cells: [], right: 0 };
  const failed = cells.length - right;
  return { passed: right, failed: succeeded ? failed : Math.max(1, failed) };
}

function jest(project, workers = '--maxWorkers=2') {
  const folder = mkdtempSync(join(tmpdir(), 'test-results-'));
  try {
    const file = join(folder, 'results.json');
    const report = ['--json', `--outputFile=${file}`, '--passWithNoTests'];
    const succeeded = run(process.execPath, [...JEST, '--selectProjects', project, ...report, workers]);
    const counts = existsSync(file) ? countsOf(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
    return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const countsOf = (results) => ({
  passed: results.numPassedTests,
  failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
  skipped: results.numPendingTests,
});

function timed(name) {
  console.log(`\n── ${name} ──`);
  const start = performance.now();
  return { name, ...SUITES[name](), seconds: (performance.now() - start) / 1000 };
}

const inWords = ({ name, passed, failed, skipped = 0, seconds }) => {
  const counts = passed + failed + skipped === 0 ? 'no tests yet' : `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return `${failed > 0 ? '✕' : '✓'} ${name.padEnd(15)} ${counts.padEnd(32)} ${seconds.toFixed(1).padStart(6)} s`;
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(SUITES, name));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(', ')}. There are: ${Object.keys(SUITES).join(', ')}`);
  process.exit(2);
}

const results = Object.keys(SUITES).filter((name) => chosen.length === 0 || chosen.includes(name)).map(timed);
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`\n${results.map(inWords).join('\n')}\n`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') > 0 ? 1 : 0;
