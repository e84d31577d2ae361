import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { safeguards, type Safeguard } from './safeguards.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** What the matrix saw of a safeguard that was switched off. */
export interface Control { readonly safeguard: string; readonly file: string; readonly cell: string; readonly caught: boolean; readonly seen: string }

/** Each in a process of its own, whose copy of one module has one condition less. Nothing on the disk changes. */
export async function runControls(tell: (text: string) => void, chosen: readonly Safeguard[] = safeguards): Promise<readonly Control[]> {
  const told: Control[] = [];
  for (const safeguard of chosen) {
    const seen = await inAProcess(safeguard);
    told.push(seen);
    tell(`${seen.caught ? '✓' : '✕'} ${seen.safeguard}\n    ${seen.file}; ${seen.cell}: ${seen.seen}`);
  }
  return told;
}

function inAProcess({ name, file, cell }: Safeguard): Promise<Control> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [name], { execArgv: ['--disable-warning=ExperimentalWarning'] });
    child.once('message', ({ caught, seen }: Pick<Control, 'caught' | 'seen'>) => resolve({ safeguard: name, file, cell, caught, seen }));
    child.once('exit', (code) => reject(new Error(`the control of "${name}" ended with ${code} before it had told anything`)));
  });
}

/** Refuses a machine that lacks what a safeguard of the definition is, before any story is told of it: here the story is asked. */
const lint: Pick<Safeguard, 'name' | 'file' | 'off'> = { name: 'the lint of machines', file: 'test/support/step-functions.ts', off: ['if (complaints.length > 0) throw', 'if (complaints.length < 0) throw'] };

/** From here on the module is loaded without its safeguard. */
function switchOff({ name, file, off: [is, becomes] }: Pick<Safeguard, 'name' | 'file' | 'off'>): void {
  const path = join(ROOT, file);
  if (readFileSync(path, 'utf8').split(is).length !== 2) throw new Error(`"${name}": what is to be switched off does not stand once in ${file}`);
  const url = pathToFileURL(path).href;
  registerHooks({
    load(asked, context, next) {
      const loaded = next(asked, context);
      return asked === url ? { ...loaded, source: readFileSync(path, 'utf8').replace(is, () => becomes) } : loaded;
    },
  });
}

async function control(name: string): Promise<Pick<Control, 'caught' | 'seen'>> {
  const safeguard = safeguards.find((each) => each.name === name);
  if (!safeguard) throw new Error(`no such safeguard: ${name}`);
  for (const each of [lint, safeguard]) switchOff(each);
  const { compiledMachines } = await import('./machines.ts');
  const { operations } = await import('./operations.ts');
  const { withHeldDeletion } = await import('./held-erasure.ts');
  const { isRight, runCells, runRefusals } = await import('./matrix.ts');
  try {
    const choice = { only: safeguard.cell, seed: 0 };
    const cells = [...await runCells([...withHeldDeletion(compiledMachines()), ...operations], choice), ...await runRefusals(choice)];
    if (cells.length !== 1) throw new Error(`there is no one cell ${safeguard.cell}`);
    const [cell] = cells;
    return { caught: cell !== undefined && !isRight(cell), seen: cell ? `expected ${cell.expected}, got ${cell.got} ${cell.offences[0]?.slice(0, 160) ?? ''}` : 'nothing' };
  } catch (error) {
    return { caught: true, seen: `the story does not even come to its end: ${String(error).slice(0, 160)}` };
  }
}

const [, script, name] = process.argv;
if (script === import.meta.filename && name !== undefined) process.send?.(await control(name));
