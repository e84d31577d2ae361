import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The page that says what differs from the original design, row by row, and which test fails when the mistake is put back. */
const PAGE = new URL('../../docs/differences.md', import.meta.url);
const page = readFileSync(PAGE, 'utf8');

const ROW = /^\| ([A-Z]?\d+) \| (.*) \|$/gm;
const LINK = /\[([^\]]+)\]\((\.\.\/test\/[^)]+\.test\.ts)\)/g;
const rows = [...page.matchAll(ROW)].map(([, id = '', text = '']) => ({ id, links: [...text.matchAll(LINK)].map(([, title = '', file = '']) => ({ title, file })) }));
const numbered = (prefix: string, count: number): readonly string[] => Array.from({ length: count }, (_, nth) => `${prefix}${nth + 1}`);

test('the page has every row of the original’s mistakes and of what people expect, once', () => {
  expect(rows.map(({ id }) => id)).toEqual([
    ...numbered('R', 22), ...numbered('P', 11), ...numbered('D', 17), ...numbered('M', 12), ...numbered('C', 7), ...numbered('S', 6), ...numbered('X', 2), ...numbered('', 35)]);
});

/** A title stands right before the function that is the test. */
const TITLE = /'((?:[^'\\]|\\.)*)',\s*(?:async )?\(/g;
const titlesIn = (file: string): ReadonlySet<string> | undefined => {
  const path = fileURLToPath(new URL(file, PAGE));
  return existsSync(path) ? new Set([...readFileSync(path, 'utf8').matchAll(TITLE)].map(([, title = '']) => title)) : undefined;
};

/** What is wrong with a row, in a sentence. */
const faultsOf = ({ id, links }: (typeof rows)[number]): readonly string[] => [
  ...(links.length === 0 ? [`${id} names no test`] : []),
  ...links.flatMap(({ title, file }) => {
    const titles = titlesIn(file);
    if (titles === undefined) return [`${id}: there is no file ${file}`];
    return titles.has(title) ? [] : [`${id}: ${file} has no test '${title}'`];
  }),
];

test('every row names a test that there is', () => {
  expect(rows.flatMap(faultsOf)).toEqual([]);
});

test('a row without a test, with a file that went away and with a test that is called otherwise would be noticed', () => {
  expect([
    { id: 'R0', links: [] }, { id: 'R0', links: [{ title: 'any', file: '../test/gone.test.ts' }] }, { id: 'R0', links: [{ title: 'no such test', file: '../test/unit/differences.test.ts' }] },
  ].flatMap(faultsOf)).toEqual(['R0 names no test', 'R0: there is no file ../test/gone.test.ts', 'R0: ../test/unit/differences.test.ts has no test \'no such test\'']);
});
