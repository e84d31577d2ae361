import { readFile, writeFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { routes } from '../lambdas/api/index.ts';
import { openapiDocument } from '../lambdas/kit/openapi-document.ts';

/**
 * Writes the types of the console's client from the OpenAPI document; with `--check` only tells, by its exit code, whether the
 * file is what the document gives now.
 */
const FILE = join(import.meta.dirname, '..', 'console', 'src', 'api', 'schema.ts');
const HEAD = '// Written by `npm run api:types` from the OpenAPI document.\n\n';

// The generator builds its text with the compiler's JavaScript API, which TypeScript 7 no longer has.
registerHooks({ resolve: (name, context, next) => next(name === 'typescript' ? '@ts-morph/common/dist/typescript.js' : name, context) });
const { default: openapiTS, astToString } = await import('openapi-typescript');

interface Answers { responses: Record<string, { headers?: unknown }> }
const document = openapiDocument(routes, { version: '0', sessionCookie: 'session' });
// Whatever is refused reaches the console as one kind of result, so it needs no types there.
for (const operation of Object.values(document['paths'] as Record<string, Record<string, Answers>>).flatMap((methods) => Object.values(methods))) {
  const good = Object.entries(operation.responses).filter(([status]) => Number(status) < 400);
  operation.responses = Object.fromEntries(good.map(([status, answer]) => [status, { ...answer, headers: undefined }]));
}
// Not `immutable`: the client takes a read-only list for an object without methods.
const types = HEAD + astToString(await openapiTS(JSON.stringify(document), { alphabetize: true }));

const { values: { check } } = parseArgs({ options: { check: { type: 'boolean' } } });
if (check !== true) await writeFile(FILE, types);
else if (await readFile(FILE, 'utf8').catch(() => '') !== types) {
  console.error('console/src/api/schema.ts is not what the OpenAPI document gives now: run `npm run api:types`.');
  process.exitCode = 1;
}
