// Runs before the npm scripts, on whatever Node (>= 20) the machine has: afterwards node_modules is what the lock says
// and node_modules/.bin/node is the Node that everything else runs on.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const MODULES = join(ROOT, 'node_modules');
const NODE = join(MODULES, '.bin', 'node');
const LOCK = join(ROOT, 'package-lock.json');
const INSTALLED = join(MODULES, '.installed');
const ONE_AT_A_TIME = join(ROOT, '.local', 'installing');
const OLDEST_NODE = 24;

const fail = (message) => {
  console.error(`\n${message}\n`);
  process.exit(1);
};

const fingerprint = () => createHash('sha256').update(readFileSync(LOCK)).digest('hex');

/** Either we installed this very lock, or npm did by hand, after the lock was written. */
function isInstalled() {
  if (!existsSync(NODE)) return false;
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === fingerprint()) return true;
  const byHand = join(MODULES, '.package-lock.json');
  return existsSync(byHand) && statSync(byHand).mtimeMs >= statSync(LOCK).mtimeMs;
}

function install() {
  console.log('Installing the packages (about a minute the first time) ...');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const npm = (...args) => spawnSync('npm', [...args, ...quiet], { cwd: ROOT, stdio: 'inherit' }).status === 0;
  // `npm ci` would first remove what a running `npm start` stands on, and refuses a lock that lacks optional packages
  // of other platforms; `npm install --no-save` leaves the lock as it is and takes its versions.
  const succeeded = (!existsSync(MODULES) && npm('ci')) || npm('install', '--no-save');
  if (!succeeded) fail('The packages could not be installed: see the messages of npm above.');
  writeFileSync(INSTALLED, fingerprint());
}

/** Two starts at once (npm test while npm start installs): the second waits for the first. */
function oneAtATime(work) {
  mkdirSync(join(ROOT, '.local'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(ONE_AT_A_TIME, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (holderIsGone()) rmSync(ONE_AT_A_TIME, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
    }
  }
  try {
    work();
  } finally {
    rmSync(ONE_AT_A_TIME, { force: true });
  }
}

function holderIsGone() {
  const holder = existsSync(ONE_AT_A_TIME) ? readFileSync(ONE_AT_A_TIME, 'utf8') : '';
  if (holder === '') return false;
  try {
    process.kill(Number(holder), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function checkNode() {
  const version = existsSync(NODE) ? execFileSync(NODE, ['--version'], { encoding: 'utf8' }).trim() : 'missing';
  if (Number(/^v(\d+)\./.exec(version)?.[1]) >= OLDEST_NODE) return;
  fail(
    `node_modules/.bin/node is ${version}, needed is Node ${OLDEST_NODE}. It comes with the package "node", whose install script ` +
      'must be allowed to run (no --ignore-scripts). Remove node_modules and start again.',
  );
}

if (!isInstalled()) oneAtATime(() => isInstalled() || install());
checkNode();
