import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { build, type OutputFile, type Plugin } from 'esbuild';
import { leanSources } from './lean-sources.ts';
import { slimSdk } from './slim-sdk.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const LARGEST_BUNDLE_KB = 320;

/** The code of a function, by its entry file such as `lambdas/operations/relay.ts`. */
export type CodeOf = (entry: string) => Code;

/**
 * Bundles all entry files in one pass into `directory`, each into a folder of its own; the source maps lie beside those
 * folders, so that they are not uploaded.
 * @throws when an entry file is missing or a bundle is over the size limit; the message lists all of them
 */
export async function bundle(entries: readonly string[], directory: string): Promise<CodeOf> {
  const missing = entries.filter((entry) => !existsSync(join(ROOT, entry)));
  if (missing.length > 0) throw new Error(`These files are declared and missing: ${missing.join(', ')}`);
  const files = await bundled(entries);
  assertSizes(files);
  await rm(join(directory, 'lambdas'), { recursive: true, force: true });
  await Promise.all(files.map(({ path, contents }) => written(placeOf(path, directory), contents)));
  const known = new Set(entries);
  return (entry) => {
    if (!known.has(entry)) throw new Error(`${entry} was not bundled`);
    return Code.fromAsset(join(directory, folderOf(entry)));
  };
}

const folderOf = (entry: string): string => entry.replace(/\.ts$/, '');

/** The one function that answers what is said of every field. */
const DOCUMENT = 'lambdas/api/platform/openapi.ts';

const bundled = async (entries: readonly string[]): Promise<readonly OutputFile[]> =>
  (await Promise.all([built(entries.filter((entry) => entry !== DOCUMENT), 'left out'), built(entries.filter((entry) => entry === DOCUMENT), 'kept')])).flat();

async function built(entries: readonly string[], descriptions: Parameters<typeof leanSources>[0]): Promise<readonly OutputFile[]> {
  const { outputFiles } = await build({
    entryPoints: entries.map((entry) => ({ in: join(ROOT, entry), out: join(folderOf(entry), 'index') })),
    absWorkingDir: ROOT, outdir: ROOT, write: false, logLevel: 'error',
    bundle: true, minify: true, platform: 'node', target: 'node24', format: 'cjs', mainFields: ['module', 'main'],
    sourcemap: 'external', sourcesContent: false, charset: 'utf8', plugins: [importedForTheirWords, leanSources(descriptions), slimSdk],
  });
  return outputFiles.map((file) => ({ ...file, path: file.path.slice(ROOT.length) }));
}

/** Our own modules do nothing when imported, so one that is imported for a word does not bring all that it knows. */
const importedForTheirWords: Plugin = {
  name: 'modules without side effects',
  setup(building) {
    building.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path), sideEffects: false }));
  },
};

const isSourceMap = (path: string): boolean => path.endsWith('.map');
const placeOf = (path: string, directory: string): string => join(directory, isSourceMap(path) ? 'source-maps' : '', path);

function assertSizes(files: readonly OutputFile[]): void {
  const sizes = files.filter(({ path }) => !isSourceMap(path)).map(({ path, contents }) => ({ path: dirname(path), size: contents.byteLength / 1024 }));
  const tooLarge = sizes.filter(({ size }) => size > LARGEST_BUNDLE_KB).map(({ path, size }) => `${path} ${Math.ceil(size)} KB`);
  if (tooLarge.length > 0) throw new Error(`A bundle may have ${LARGEST_BUNDLE_KB} KB; over it are: ${tooLarge.join(', ')}`);
}

async function written(path: string, contents: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}
