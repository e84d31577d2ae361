import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REQUIREMENTS = join(ROOT, 'local', 'requirements.txt');
const VENVS = join(ROOT, '.local', 'venv');
const OLDEST_MINOR = 10;

/**
 * The path of a Python that has the pinned MiniStack. Makes a private environment below `.local/venv` where there
 * is none for the present requirements; `say` hears what takes long. Throws an error that names what to install.
 */
export async function ensurePythonEnvironment(say: (line: string) => void = () => {}): Promise<string> {
  const requirements = await readFile(REQUIREMENTS);
  const environment = join(VENVS, createHash('sha256').update(requirements).digest('hex').slice(0, 12));
  const existed = existsSync(environment);
  if (!(await works(environment))) {
    say('Installing the local AWS (MiniStack) into .local/venv ...');
    if (existed) await rm(environment, { recursive: true, force: true });
    await build(await systemPython(), environment);
  }
  return pythonOf(environment);
}

const pythonOf = (environment: string): string => join(environment, 'bin', 'python');

/** False also when the Python it was made from has gone or moved on to another version. */
async function works(environment: string): Promise<boolean> {
  if (!existsSync(pythonOf(environment))) return false;
  return run(pythonOf(environment), ['-c', 'import ministack, cryptography']).then(
    () => true,
    () => false,
  );
}

/** Built aside and renamed into place, so that two starts at once never see each other's half. */
async function build(python: string, environment: string): Promise<void> {
  const aside = `${environment}.${process.pid}`;
  await mkdir(VENVS, { recursive: true });
  try {
    await run(python, ['-m', 'venv', aside]);
    await run(pythonOf(aside), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', REQUIREMENTS]);
    await rename(aside, environment);
  } catch (error) {
    const anotherWasQuicker = await works(environment);
    if (!anotherWasQuicker) throw new Error(`The local AWS could not be installed: ${String(error)}`, { cause: error });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function systemPython(): Promise<string> {
  const { stdout } = await run('python3', ['-c', 'import sys; print(sys.version_info[0] * 100 + sys.version_info[1])']).catch(() => {
    throw new Error(`The local AWS needs Python 3.${OLDEST_MINOR} or newer and there is no python3: apt-get install python3 python3-venv`);
  });
  if (Number(stdout) < 300 + OLDEST_MINOR) {
    throw new Error(`The local AWS needs Python 3.${OLDEST_MINOR} or newer: python3 on the PATH is older`);
  }
  await run('python3', ['-c', 'import venv, ensurepip']).catch(() => {
    throw new Error('The local AWS needs the venv module of Python: apt-get install python3-venv');
  });
  return 'python3';
}
