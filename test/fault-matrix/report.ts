import { isRight } from './matrix.ts';
import type { Cell } from './cells.ts';

const order = (fault: string): number => Number(/\d+/.exec(fault)?.[0] ?? 0) + (fault.startsWith('R') ? 100 : 0);
const columnOf = (fault: string): string => fault.replace(/[.a-d].*$/, '');

/** One row a state, one column a fault: how it ended where it ended as expected, and a mark where not. Of a fault with variants the row says each end once. */
export function asTable(cells: readonly Cell[]): string {
  const columns = [...new Set(cells.map(({ fault }) => columnOf(fault)))].toSorted((one, other) => order(one) - order(other));
  const rows = Object.entries(Object.groupBy(cells, ({ machine, state }) => `${machine} / ${state}`)).map(([name, of = []]) =>
    [name, ...columns.map((column) => inOneCell(of.filter(({ fault }) => columnOf(fault) === column)))]);
  const head = ['state', ...columns];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function inOneCell(cells: readonly Cell[]): string {
  const ends = [...new Set(cells.map((cell) => (isRight(cell) ? cell.expected.replace('E-', '') : `**✕ ${cell.got}**`)))];
  return ends.join(' ') + (cells.length > 1 ? ` ×${cells.length}` : '');
}

export interface Summary { readonly cells: number; readonly right: number; readonly vacuous: number; readonly byExpectation: Readonly<Record<string, number>>; readonly cpuSeconds: number; readonly seconds: number }

export const summaryOf = (cells: readonly Cell[], spent: Pick<Summary, 'cpuSeconds' | 'seconds'>): Summary => ({
  cells: cells.length, right: cells.filter(isRight).length, vacuous: cells.filter(({ fired }) => !fired).length,
  byExpectation: Object.fromEntries(Object.entries(Object.groupBy(cells, ({ expected }) => expected)).map(([expected, of = []]) => [expected, of.length])), ...spent,
});

export const inWords = ({ cells, right, vacuous, byExpectation, cpuSeconds, seconds }: Summary): string =>
  `${cells} cells, ${right} in their expected end state, ${vacuous} in which the fault never fired; ${Object.entries(byExpectation).map(([expected, of]) => `${expected} ${of}`).join(', ')}; ${seconds.toFixed(0)} s, ${cpuSeconds.toFixed(0)} s of processor time`;

/** Each failure with the command that plays it again. */
export const failuresIn = (cells: readonly Cell[], seed: number, where = ''): string => cells.filter((cell) => !isRight(cell)).map((cell) => [
  `✕ ${cell.machine}/${cell.state} ${cell.fault}: expected ${cell.expected}, got ${cell.got}${cell.fired ? '' : ', and the fault never fired'}`,
  ...cell.offences.slice(0, 5).map((each) => `    ${each.slice(0, 300)}`), `    npm run fault-matrix -- ${where}--only '${cell.machine}/${cell.state} ${cell.fault}' --seed ${seed}`,
].join('\n')).join('\n');
