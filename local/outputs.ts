import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

/** Where it stands, seen from the top of the project. */
export const OUTPUTS_FILE = join('.local', 'outputs.json');
const FILE = join(fileURLToPath(new URL('..', import.meta.url)), OUTPUTS_FILE);

/** What `npm start` tells whoever wants to use the platform that runs; the file exists while it runs. */
const outputs = z.object({
  stage: z.literal('local'),
  region: z.string(),
  awsEndpoint: z.string(),
  apiUrl: z.string(),
  consoleUrl: z.string(),
  tenantId: z.string(),
  admin: z.object({ email: z.string(), password: z.string() }),
});
export type Outputs = z.infer<typeof outputs>;

export async function writeOutputs(values: Outputs): Promise<string> {
  await mkdir(dirname(FILE), { recursive: true });
  await writeFile(FILE, `${JSON.stringify(values, undefined, 2)}\n`, { mode: 0o600 });
  return FILE;
}

export const removeOutputs = (): Promise<void> => rm(FILE, { force: true });

/** @throws an error that says what to start when nothing runs */
export async function readOutputs(): Promise<Outputs> {
  const text = await readFile(FILE, 'utf8').catch(() => {
    throw new Error('Nothing runs here: start the platform with `npm start` and try again when it says ready.');
  });
  return outputs.parse(JSON.parse(text));
}
