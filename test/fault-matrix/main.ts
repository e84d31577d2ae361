// npm run fault-matrix: every state under every fault, over the machines of the synthesised app. What it says stands in docs/fault-matrix.md.
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Cell } from './cells.ts';
import { toldOnLocalAws } from './local-aws.ts';
import { compiledMachines, synthesisedMachines } from './machines.ts';
import { isRight, runMatrix } from './matrix.ts';
import { runControls } from './negative-controls.ts';
import { operations } from './operations.ts';
import { nameOf } from './plans.ts';
import { showable, spread } from './sample.ts';
import { safeguards } from './safeguards.ts';
import { storyOf } from './stories.ts';
import { asTable, failuresIn, inWords, summaryOf } from './report.ts';

const HELP = `npm run fault-matrix [-- OPTIONS]

Runs every Task state of every synthesised state machine, and the relay, the sweeper, the reconciler and the redrive, under every fault
that can strike there, and compares how each story ends with what test/fault-matrix/expectations.ts says.
Writes evidence/matrix.json and evidence/matrix.md.

  --only TEXT            only states whose "machine/state" contains it, or one cell: 'user_registration/Claim T3'
  --seed N               another seed for every pause that is drawn (0)
  --table                prints the whole table, not only what is wrong
  --stories N            instead N random stories of several faults each, from the seed on: --stories 1 --seed 4711 plays one again
  --local-aws            instead a tenth of the cells that the local AWS can show, there, spread by the seed over all states, kinds of
                         states and faults; with --only those of them. Writes evidence/local-cells.json
  --negative-controls    switches safeguards off, one after another: the matrix has to notice each. Writes evidence/negative-controls.json`;

interface Told { readonly cells: readonly Cell[]; readonly cpuSeconds: number }

const { values } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' }, only: { type: 'string' }, seed: { type: 'string', default: '0' }, table: { type: 'boolean' }, 'negative-controls': { type: 'boolean' }, 'local-aws': { type: 'boolean' }, stories: { type: 'string' }, part: { type: 'string' } },
});
const seed = Number(values.seed);
const evidence = join(import.meta.dirname, '..', '..', 'evidence');
const PARTS = 2;
/** A little more than the tenth that is to be shown on the local AWS as well; so many are told at once. */
const SHARE = 0.125;
const AT_ONCE = 6;
/** The console listens to what is told in a world, so what is said here goes past it. */
const say = (text: string): void => void process.stdout.write(`${text}\n`);

if (values.help) say(HELP);
else if (values.part !== undefined) process.send?.(await work(Number(values.part)));
else if (values['local-aws']) process.exitCode = await onLocalAws();
else if (values['negative-controls']) process.exitCode = await controls();
else if (values.stories !== undefined) process.exitCode = await stories(Number(values.stories));
else process.exitCode = await whole();

async function work(part: number): Promise<Told> {
  const cells = await runMatrix({ seed, part, parts: PARTS, ...(values.only !== undefined && { only: values.only }) });
  const { user, system } = process.cpuUsage();
  return { cells, cpuSeconds: (user + system) / 1e6 };
}

async function whole(): Promise<number> {
  const began = performance.now();
  const parts = await Promise.all(Array.from({ length: PARTS }, (_, part) => inAProcess(part)));
  const cells = parts.flatMap((each) => each.cells).toSorted((one, other) => (one.machine < other.machine ? -1 : one.machine > other.machine ? 1 : 0));
  const summary = summaryOf(cells, { cpuSeconds: parts.reduce((sum, each) => sum + each.cpuSeconds, 0), seconds: (performance.now() - began) / 1_000 });
  mkdirSync(evidence, { recursive: true });
  if (values.only === undefined) {
    writeFileSync(join(evidence, 'matrix.json'), JSON.stringify({ ...summary, cells }, null, 1));
    writeFileSync(join(evidence, 'matrix.md'), `# The fault matrix\n\n${inWords(summary)}\n\n${asTable(cells)}\n`);
  }
  if (values.table || values.only !== undefined) say(asTable(cells));
  const failures = failuresIn(cells, seed);
  if (failures) say(failures);
  say(inWords(summary));
  return cells.length > 0 && cells.every(isRight) ? 0 : 1;
}

function inAProcess(part: number): Promise<Told> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [...process.argv.slice(2), '--part', String(part)], { execArgv: ['--disable-warning=ExperimentalWarning'] });
    child.once('message', (told) => resolve(told as Told));
    child.once('exit', (code) => reject(new Error(`a part of the matrix ended with ${code} before it had told anything`)));
  });
}

async function stories(many: number): Promise<number> {
  const machines = compiledMachines();
  let wrong = 0;
  for (let nth = seed; nth < seed + many; nth += 1) {
    const { said, ends, offences } = await storyOf(machines, nth);
    if (offences.length > 0) wrong += 1;
    if (offences.length > 0 || many === 1) say(`${nth}: ${said}\n    ${[...ends, ...offences].join('\n    ')}`);
  }
  say(`${many} stories, ${wrong} in which something does not hold`);
  return wrong === 0 ? 0 : 1;
}

async function onLocalAws(): Promise<number> {
  const began = performance.now();
  const { only } = values;
  const { all, plans, hidden } = await showable([...synthesisedMachines(), ...operations]);
  const chosen = only === undefined ? spread(plans, Math.ceil(plans.length * SHARE), seed) : plans.filter((plan) => nameOf(plan).includes(only));
  for (const [reason, many] of Object.entries(hidden)) say(`${many} of ${all} cells cannot be shown there: ${reason}`);
  const { cells, residue } = await toldOnLocalAws('local-cells', chosen, {
    atOnce: AT_ONCE, heard: (cell) => say(`${isRight(cell) ? '✓' : '✕'} ${cell.machine}/${cell.state} ${cell.fault}: ${cell.got}, ${(cell.ms / 1_000).toFixed(0)} s`),
  });
  const summary = { ...summaryOf(cells, { cpuSeconds: process.cpuUsage().user / 1e6, seconds: (performance.now() - began) / 1_000 }), all, showable: plans.length, hidden, residue };
  mkdirSync(evidence, { recursive: true });
  if (only === undefined) writeFileSync(join(evidence, 'local-cells.json'), JSON.stringify({ ...summary, cells }, null, 1));
  say(failuresIn(cells, seed, '--local-aws '));
  say(inWords(summary));
  say(`${summary.right} of the ${plans.length} cells that the local AWS can show (${(100 * summary.right / plans.length).toFixed(1)} %) ended there as in process`);
  if (residue > 0) say(`of people who were erased in them ${residue} items are left`);
  return cells.length > 0 && cells.every(isRight) && residue === 0 ? 0 : 1;
}

async function controls(): Promise<number> {
  const told = await runControls(say, safeguards.filter(({ name, file, cell }) => values.only === undefined || `${name} ${file} ${cell}`.includes(values.only)));
  mkdirSync(evidence, { recursive: true });
  if (values.only === undefined) writeFileSync(join(evidence, 'negative-controls.json'), JSON.stringify(told, null, 1));
  const caught = told.filter((each) => each.caught).length;
  say(`${caught} of ${told.length} safeguards are missed when they are switched off`);
  return caught === told.length ? 0 : 1;
}
