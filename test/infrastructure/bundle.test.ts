import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '../../lambdas/api/index.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { bundle, LARGEST_BUNDLE_KB } from '../../lib/bundle.ts';
import { entryPoints } from '../../lib/entry-points.ts';

const directory = mkdtempSync(join(tmpdir(), 'bundles-'));
const entries = entryPoints(workflows, routes);
await bundle(entries, directory);
afterAll(() => rmSync(directory, { recursive: true }));

const files = readdirSync(join(directory, 'lambdas'), { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(directory, 'lambdas', file)).isFile());
const size = (file: string): number => statSync(join(directory, 'lambdas', file)).size / 1024;

test('everything that is declared becomes a bundle of one file', () => {
  expect(files.map((file) => `lambdas/${file}`).sort()).toEqual(entries.map((entry) => entry.replace(/\.ts$/, '/index.js')).sort());
});

test(`no bundle has more than ${LARGEST_BUNDLE_KB} KB, and half of them have at most 260`, () => {
  const sizes = files.map(size).sort((a, b) => a - b);
  expect(sizes.at(-1)).toBeLessThanOrEqual(LARGEST_BUNDLE_KB);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(260);
});

const filesThatSay = (words: string): readonly string[] => files.filter((file) => readFileSync(join(directory, 'lambdas', file), 'utf8').includes(words));
test('only the function that answers the document has what is said of fields', () => {
  const said = ['its steps are being worked on', 'what people type when they log in', 'one rule for a kind of data at the most', 'What nobody here can erase'];
  expect(said.map(filesThatSay)).toEqual(said.map(() => ['api/platform/openapi/index.js']));
});

test('every bundle has its source map, and none is uploaded with it', () => {
  const maps = readdirSync(join(directory, 'source-maps', 'lambdas'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.map'));
  expect(maps.map((file) => file.replace(/\.map$/, '')).sort()).toEqual([...files].sort());
});

test('no bundle looks for credentials anywhere but in the environment', () => {
  const elsewhere = /AWS_CONTAINER_CREDENTIALS|sso_start_url|credential_process|AWS_WEB_IDENTITY_TOKEN_FILE/;
  expect(files.filter((file) => elsewhere.test(readFileSync(join(directory, 'lambdas', file), 'utf8')))).toEqual([]);
});

test('a file that is declared and missing is named, and nothing is built', async () => {
  await expect(bundle(['lambdas/operations/relay.ts', 'lambdas/workflows/x/steps/forgotten.ts'], directory)).rejects.toThrow(
    'These files are declared and missing: lambdas/workflows/x/steps/forgotten.ts');
});

test('a bundle that outgrows the limit fails the build and is named with its size', async () => {
  await expect(bundle(['node_modules/zod/v4/classic/index.js'], directory)).rejects.toThrow(/A bundle may have 320 KB; over it are: node_modules\/zod\/v4\/classic\/index\.js \d+ KB/);
});
