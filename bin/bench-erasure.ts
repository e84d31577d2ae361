import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { measured, type Row } from '../test/support/erasure-bench.ts';

const HELP = `npm run bench:erasure [-- --sizes 10000,100000,1000000] [--rounds 5]

Erases persons with so many items, half of them deleted and half made anonymous, by the real handlers in the compiled machine; prints
per size: requests to the tables per item, CPU per item and its ratio to the smallest size, by how much the heap of the process grew at
the most, events in the longest history of an execution, the largest state.

Each measurement runs in a process of its own, after another deletion has warmed it up; the sizes take turns, and medians are shown. Of a
million items and more there is one round. The tables hold a byte per item and make items up when they are read, so that the memory is
that of the functions, with garbage that was not collected yet, and of the emulated engine. The tables take a thousand writes a second.
Exit code 1 when a goal is missed: 0.05 requests per item, CPU within 10 % per decade, 200 MB, 300 events, 4 KB.`;

const MILLION = 1_000_000;
const GOAL = { requestsPerItem: 0.05, growthPerDecade: 1.1, peakMb: 200, events: 300, stateBytes: 4_096 };
const execute = promisify(execFile);

const option = (name: string, without: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? without : process.argv[at + 1] ?? without;
};
const median = (numbers: readonly number[]): number => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

async function inItsOwnProcess(items: number): Promise<Row> {
  const { stdout } = await execute(process.execPath, ['--expose-gc', '--disable-warning=ExperimentalWarning', import.meta.filename, '--one', String(items)], { maxBuffer: 64 * MILLION });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Row;
}

async function rowsOf(sizes: readonly number[], rounds: number): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (let round = 1; round <= rounds; round += 1)
    for (const items of sizes) if (round === 1 || items < MILLION) all.push(await inItsOwnProcess(items));
  return sizes.map((items) => {
    const own = all.filter((row) => row.items === items);
    const of = (value: (row: Row) => number): number => median(own.map(value));
    const most = (value: (row: Row) => number): number => Math.max(...own.map(value));
    return {
      items, requestsPerItem: most((row) => row.requestsPerItem), cpuMicrosPerItem: of((row) => row.cpuMicrosPerItem), peakMb: most((row) => row.peakMb), executions: most((row) => row.executions),
      mostEvents: most((row) => row.mostEvents), largestStateBytes: most((row) => row.largestStateBytes), erased: own.every((row) => row.erased),
    };
  });
}

const reached = (row: Row, before: Row | undefined): boolean => row.erased && row.requestsPerItem <= GOAL.requestsPerItem && row.peakMb <= GOAL.peakMb && row.mostEvents <= GOAL.events
  && row.largestStateBytes <= GOAL.stateBytes && (!before || row.cpuMicrosPerItem / before.cpuMicrosPerItem <= GOAL.growthPerDecade ** Math.log10(row.items / before.items));

/** Whether every goal was reached. */
async function main(): Promise<boolean> {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    console.log(HELP);
    return true;
  }
  const one = option('one', '');
  if (one !== '') {
    console.log(JSON.stringify(await measured(Number(one))));
    return true;
  }
  const rows = await rowsOf(option('sizes', '10000,100000,1000000').split(',').map(Number), Number(option('rounds', '5')));
  console.log('    items  requests/item  CPU µs/item  ratio  heap grew by MB  executions  events  state bytes  goals');
  for (const [nth, row] of rows.entries()) console.log([
    String(row.items).padStart(9), row.requestsPerItem.toFixed(4).padStart(13), row.cpuMicrosPerItem.toFixed(1).padStart(11), (row.cpuMicrosPerItem / (rows[0]?.cpuMicrosPerItem ?? 1)).toFixed(2).padStart(5),
    row.peakMb.toFixed(0).padStart(15), String(row.executions).padStart(10), String(row.mostEvents).padStart(6), String(row.largestStateBytes).padStart(11), reached(row, rows[nth - 1]) ? 'reached' : 'MISSED'].join('  '));
  return rows.every((row, nth) => reached(row, rows[nth - 1]));
}

process.exitCode = await main().then((sound) => (sound ? 0 : 1), (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
