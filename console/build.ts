import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Metafile, OutputFile } from 'esbuild';
import { build } from 'esbuild';

const source = import.meta.dirname;
const firstViewLimit = 60 * 1024;
/** What a person who is logged in sees first; everything else is fetched when it is asked for. */
const firstView = ['console/src/main.tsx', 'console/styles.css', 'console/src/shell/shell.tsx', 'console/src/views/overview/overview.tsx'];

/** What the page names keeps its name, everything is served with `no-store`; the pieces that views are loaded in carry a hash. */
const bundle = (outDir: string) =>
  build({
    entryPoints: { app: join(source, 'src/main.tsx'), styles: join(source, 'styles.css') },
    absWorkingDir: dirname(source),
    outdir: outDir,
    bundle: true,
    splitting: true,
    chunkNames: 'pieces/[name]-[hash]',
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    logLevel: 'warning',
    metafile: true,
    write: false,
  });

/** The files that come with the first view: of its parts, and what these import before they run. */
const firstFiles = ({ outputs }: Metafile): ReadonlySet<string> => {
  const begun = Object.entries(outputs).flatMap(([file, { entryPoint }]) => (entryPoint && firstView.includes(entryPoint) ? [file] : []));
  const found = new Set(begun);
  for (const file of found) {
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') found.add(path);
  }
  if (begun.length !== firstView.length) throw new Error(`the first view is not made of ${firstView.join(', ')} any more`);
  return found;
};

const sizeOf = (files: readonly OutputFile[]) => files.reduce((sum, { contents }) => sum + gzipSync(contents).byteLength, 0);

/**
 * Writes the console to `outDir`: index.html, app.js, styles.css, icon.svg and the pieces of its views.
 * @throws when the first view would be over 60 KB gzipped; nothing is written then.
 */
export const buildConsole = async (outDir: string): Promise<{ readonly firstViewBytes: number }> => {
  const { outputFiles, metafile } = await bundle(outDir);
  const page = await readFile(join(source, 'index.html'));
  const first = firstFiles(metafile);
  const firstViewBytes = gzipSync(page).byteLength + sizeOf(outputFiles.filter(({ path }) => first.has(relative(dirname(source), path))));
  if (firstViewBytes > firstViewLimit) throw new Error(`The console's first view is ${firstViewBytes} bytes gzipped, the limit is ${firstViewLimit}`);
  await rm(join(outDir, 'pieces'), { recursive: true, force: true });
  await mkdir(join(outDir, 'pieces'), { recursive: true });
  await Promise.all([
    ...outputFiles.map((file) => writeFile(file.path, file.contents)),
    writeFile(join(outDir, 'index.html'), page),
    copyFile(join(source, 'src/icon.svg'), join(outDir, 'icon.svg')),
  ]);
  return { firstViewBytes };
};

if (import.meta.main) {
  const { firstViewBytes } = await buildConsole(join(source, '../.build/console'));
  process.stdout.write(`The first view is ${firstViewBytes} bytes gzipped.\n`);
}
