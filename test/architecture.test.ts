import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LONGEST_FILE = 200;
const WRITTEN_BY_PROGRAM = 'console/src/api/schema.ts';
const files = globSync(['bin/**/*.ts', 'lib/**/*.ts', 'lambdas/**/*.ts', 'local/**/*.ts', 'console/**/*.{ts,tsx}'], { cwd: ROOT, exclude: (path) => path.includes('node_modules') });
const source = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));

interface Import { readonly file: string; readonly of: string; readonly onlyTypes: boolean }
const IMPORT = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;
/** A file of ours by its path, anything else by the name of its package. */
const resolved = (file: string, name: string): string => (name.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), name)) : name);
const importsOf = (file: string): readonly Import[] => [...(source.get(file) ?? '').matchAll(IMPORT)]
  .map(([, type, name, dynamic]) => ({ file, of: resolved(file, name ?? dynamic ?? ''), onlyTypes: type !== undefined }));
const imports = files.flatMap(importsOf);

/** Which imports of the files under these paths go anywhere but where they may, as sentences. */
const straying = (from: RegExp, mayReach: RegExp, which: (each: Import) => boolean = () => true): readonly string[] =>
  imports.filter((each) => from.test(each.file) && !mayReach.test(each.of) && which(each)).map(({ file, of }) => `${file} imports ${of}`);
const entering = (into: RegExp, mayCome: RegExp, which: (each: Import) => boolean = () => true): readonly string[] =>
  imports.filter((each) => into.test(each.of) && !mayCome.test(each.file) && which(each)).map(({ file, of }) => `${file} imports ${of}`);

/** Everything that is loaded when the file is: types cost nothing. */
function loadedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const { of, onlyTypes } of importsOf(file)) {
    if (onlyTypes || seen.has(of)) continue;
    seen.add(of);
    loadedBy(of, seen);
  }
  return seen;
}
const processOf = (path: string): string | undefined => /^lambdas\/workflows\/([^/]+)\//.exec(path)?.[1];
const loadsPlumbing = (file: string): readonly string[] => [...loadedBy(file)].filter((each) => /^@aws-sdk|^lambdas\/adapters/.test(each)).map((each) => `${file} loads ${each}`);

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(imports.length).toBeGreaterThan(files.length);
  expect([...loadedBy('lambdas/operations/relay.ts')]).toContain('@aws-sdk/client-dynamodb');
});

test('business words know nothing but business words', () => {
  expect(straying(/^lambdas\/domain/, /^lambdas\/domain|^zod|^node:/)).toEqual([]);
});

test('adapters know business words and their outside; of mails they know what one is', () => {
  expect(straying(/^lambdas\/adapters/, /^lambdas\/(domain|adapters)|^lambdas\/kit\/settings|^@aws-sdk|^zod|^node:/, ({ of, onlyTypes }) => !onlyTypes || !/^lambdas\/mails|^aws-lambda/.test(of))).toEqual([]);
});

test('only adapters know the SDK', () => {
  expect(entering(/^@aws-sdk/, /^lambdas\/adapters|^local\/|^bin\//)).toEqual([]);
});

test('the platform’s grammar knows no process and no endpoint, and mails know words only', () => {
  expect(straying(/^lambdas\/kit/, /^lambdas\/(domain|adapters|mails|kit)|^(?!lambdas)/)).toEqual([]);
  expect(straying(/^lambdas\/mails/, /^lambdas\/(domain|mails)/)).toEqual([]);
});

test('what several processes do to accounts knows none of them', () => {
  expect(straying(/^lambdas\/accounts/, /^lambdas\/(domain|adapters|kit|accounts)|^zod|^node:/)).toEqual([]);
});

test('no process knows another', () => {
  expect(imports.filter(({ file, of }) => processOf(file) && processOf(of) && processOf(file) !== processOf(of)).map(({ file, of }) => `${file} imports ${of}`)).toEqual([]);
});

test('a declaration can be read, printed and synthesised without a cloud', () => {
  const declarations = files.filter((file) => /^lambdas\/.*\/(workflow|routes)\.ts$|^lambdas\/(workflows|api)\/index\.ts$|^lambdas\/kit\/(workflow|route|touches|engine-touches)\.ts$/.test(file));
  expect(declarations.length).toBeGreaterThanOrEqual(9);
  expect(declarations.flatMap(loadsPlumbing)).toEqual([]);
});

test('what deploys knows declarations and the names of the tables, and finds what runs by the path of its file', () => {
  const whatRuns = /^lambdas\/(adapters|operations|accounts|mails)|^lambdas\/workflows\/.*\/(steps|closing)|^lambdas\/api\/[^/]+\/(?!routes)/;
  expect(entering(whatRuns, /^lambdas|^local\/|^bin\/(create-tenant|rebuild-statistics|replay-erasures)/, ({ of, onlyTypes }) => !(onlyTypes && of === 'lambdas/adapters/store.ts'))).toEqual([]);
  expect(files.filter((file) => file.startsWith('lib/')).flatMap(loadsPlumbing)).toEqual([]);
});

test('the console talks to the API and to nothing else', () => {
  expect(straying(/^console/, /^(?!lambdas|lib|local|bin)/)).toEqual([]);
});

test('every file can be read in one sitting', () => {
  expect(files.filter((file) => file !== WRITTEN_BY_PROGRAM && (source.get(file) ?? '').split('\n').length > LONGEST_FILE + 1)).toEqual([]);
});
