import * as z from 'zod/mini';
import type { Language } from '../domain/language.ts';
import { operation, schemaOf, TYPE_OF_PROBLEM, type Guide, type Json } from './openapi-operation.ts';
import { fieldTexts, problemKinds, type ProblemKind } from './problem-texts.ts';
import { documentOf, Problem } from './problem.ts';
import { problemsOf } from './route-problems.ts';
import type { Route } from './route.ts';

const told = 'in the language of `Accept-Language`';
const codes = Object.entries(fieldTexts.en).map(([code, text]) => `- \`${code}\`: ${text}`).join('\n');
const fieldError = z.object({
  pointer: z.string().check(z.describe('Which field of the body, or which parameter of the path, the query or the headers: a JSON pointer such as `/email`; empty for the body as a whole')), code: z.string().check(z.describe(`What is wrong with it, as a code that stays the same in every language:\n${codes}`)),
  detail: z.string().check(z.describe(`What is wrong with it and what would have been right, ${told}`)),
});
const problemSchema = z.object({
  type: z.string().check(z.describe(TYPE_OF_PROBLEM)), title: z.string().check(z.describe(`The problem in a few words, ${told}`)), status: z.number().check(z.describe('The status of the answer once more')),
  detail: z.string().check(z.describe(`What is wrong and what to do about it, ${told}`)), requestId: z.string().check(z.describe('Quote it when you ask an operator: by it the request is found in the logs')),
  errors: z.optional(z.array(fieldError).check(z.describe('The fields that are wrong, each by itself. Absent: it is about none'))),
});

const EXAMPLE_REQUEST = 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef';
/** As the caller reads it. */
const exampleOf = (kind: ProblemKind, language: Language): Json =>
  ({ summary: kind, value: documentOf(new Problem(kind, kind === 'invalid-request' ? [{ pointer: '/email', code: 'wrong-format' }] : []), language, EXAMPLE_REQUEST) });

/** `language`: of the texts of problems; everything else is in English. */
interface About { readonly version: string; readonly sessionCookie: string; readonly guide?: Guide; readonly language?: Language }

/** OpenAPI 3.1, from the very schemas that validate. A path `/a/{b}` is one of the route list; permissions stand as `x-permission`. */
export function openapiDocument(routes: readonly Route[], { version, sessionCookie, guide = {}, language = 'en' }: About): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(route, guide);
  const refused = new Set(routes.flatMap(problemsOf));
  return {
    openapi: '3.1.0',
    info: { title: 'Business process platform', version, description: guide.description ?? '', license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' } },
    servers: [{ url: '.', description: 'Where this document was read' }],
    tags: [...new Set(routes.map(({ group }) => group))].map((name) => ({ name, description: guide.groups?.[name] ?? name })),
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      examples: Object.fromEntries(problemKinds.filter((kind) => refused.has(kind)).map((kind) => [kind, exampleOf(kind, language)])),
      headers: {
        requestId: { description: 'By which the request is found in the logs', schema: { type: 'string' } },
        retryAfter: { description: 'After how many seconds another try is worth it', schema: { type: 'integer' } },
      },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The `sessionToken` of a login' },
        sessionCookie: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: 'Of the console: a login with `cookie: true` sets it. What changes something must come from its own origin' },
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key', description: 'The `secret` of a key that was made with `POST /me/api-keys`' },
      },
    },
  };
}
