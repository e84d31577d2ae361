import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const source = import.meta.dirname;
const firstViewLimit = 60 * 1024;

/** File names stay the same from build to build: the console is served with `no-store`, so none can be stale. */
const bundle = (outDir: string) =>
  build({
    entryPoints: { app: join(source, 'src/main.tsx'), styles: join(source, 'styles.css') },
    outdir: outDir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    logLevel: 'warning',
    write: false,
  });

/**
 * Writes the console to `outDir`: index.html, app.js, styles.css, icon.svg.
 * @throws when the first view would be over 60 KB gzipped; nothing is written then.
 */
export const buildConsole = async (outDir: string): Promise<void> => {
  const { outputFiles } = await bundle(outDir);
  const page = await readFile(join(source, 'index.html'));
  const bytes = [page, ...outputFiles.map((file) => file.contents)]
    .reduce((sum, contents) => sum + gzipSync(contents).byteLength, 0);
  if (bytes > firstViewLimit) throw new Error(`The console's first view is ${bytes} bytes gzipped, the limit is ${firstViewLimit}`);
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    ...outputFiles.map((file) => writeFile(file.path, file.contents)),
    writeFile(join(outDir, 'index.html'), page),
    copyFile(join(source, 'src/icon.svg'), join(outDir, 'icon.svg')),
  ]);
};

if (import.meta.main) await buildConsole(join(source, '../.build/console'));
