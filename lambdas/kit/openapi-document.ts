import * as z from 'zod/mini';
import type { Language } from '../domain/language.ts';
import { operation, type Guide, type Json } from './openapi-operation.ts';
import { problemKinds, type ProblemKind } from './problem-texts.ts';
import { documentOf, Problem } from './problem.ts';
import { problemsOf } from './route-problems.ts';
import type { Route } from './route.ts';

const fieldError = z.object({
  pointer: z.string().register(z.globalRegistry, { description: 'A JSON pointer to the field' }), code: z.string().register(z.globalRegistry, { description: 'Stays the same in every language' }),
  detail: z.string().register(z.globalRegistry, { description: 'In the language that was asked for' }),
});
const problemSchema = z.object({
  type: z.string().register(z.globalRegistry, { description: 'Names the problem; resolved against the origin it leads to a page about it' }),
  title: z.string(), status: z.number(), detail: z.string().register(z.globalRegistry, { description: 'What is wrong and what to do about it' }),
  requestId: z.string().register(z.globalRegistry, { description: 'By which the request is found in the logs' }), errors: z.optional(z.array(fieldError)),
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
  const told = new Set(routes.flatMap(problemsOf));
  return {
    openapi: '3.1.0',
    info: { title: 'Business process platform', version, description: guide.description ?? '', license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' } },
    servers: [{ url: '.', description: 'Where this document was read' }],
    tags: [...new Set(routes.map(({ group }) => group))].map((name) => ({ name, description: guide.groups?.[name] ?? name })),
    paths,
    components: {
      schemas: { Problem: jsonSchemaOf(problemSchema) },
      examples: Object.fromEntries(problemKinds.filter((kind) => told.has(kind)).map((kind) => [kind, exampleOf(kind, language)])),
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

const jsonSchemaOf = (schema: z.core.$ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  return rest;
};
