// npm run evidence: every random story that `npm test` tells as a seeded sample, told to its full count.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const HELP = `npm run evidence [-- PATTERN ...]

Runs the tests that are random to their full count (100,000 interleavings and the like), switches every safeguard off in turn, and tells a
tenth of the fault matrix on the local AWS as well; the patterns choose files, negative-controls or local-cells. Takes tens of minutes to
hours on two cores. What each proves stands in docs/testing.md.`;

const patterns = process.argv.slice(2);
if (patterns.includes('--help') || patterns.includes('-h')) {
  console.log(HELP);
  process.exit(0);
}
const chosen = (name) => patterns.length === 0 || patterns.some((pattern) => name.includes(pattern));
const told = globSync('test/faults/*.test.ts', { cwd: ROOT })
  .filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('support/evidence.ts'))
  .filter(chosen);
if (told.length === 0 && !chosen('negative-controls') && !chosen('local-cells')) {
  console.error(`No random story matches ${patterns.join(', ')}.`);
  process.exit(2);
}
console.log(`To their full count: ${told.join(', ')}`);
const jest = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', join(ROOT, 'node_modules/jest/bin/jest.js'), '--selectProjects', 'faults', '--maxWorkers=2', '--', ...told];
const node = (...args) => spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
/** That each safeguard is missed when it is switched off. */
const controls = chosen('negative-controls') ? node('test/fault-matrix/main.ts', '--negative-controls') : 0;
/** That what ends well in process ends alike on the local AWS. */
const localCells = chosen('local-cells') ? node('test/fault-matrix/main.ts', '--local-aws') : 0;
const stories = told.length === 0 ? 0 : spawnSync(process.execPath, jest, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, EVIDENCE: 'full' } }).status ?? 1;
process.exitCode = controls || localCells || stories;
