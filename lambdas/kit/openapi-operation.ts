import * as z from 'zod/mini';
import { statusOf } from './problem.ts';
import { problemTexts, type ProblemKind } from './problem-texts.ts';
import { problemsOf } from './route-problems.ts';
import { IDEMPOTENCY_HEADER, IDEMPOTENCY_KEY, isDeletionAccess, KNOWN_OR_NOT, type Route } from './route.ts';

export const TYPE_OF_PROBLEM = 'Names the problem, and stays: decide by it. Resolved against the origin of the console it leads to a page about it';

export type Json = Readonly<Record<string, unknown>>;

/** A call of an operation and what it answered. */
export interface OperationExample {
  readonly params?: Readonly<Record<string, string>>; readonly query?: Readonly<Record<string, string>>; readonly body?: unknown;
  /** By status; null for an answer without a body. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** What neither schemas nor routes say: words about the whole and its groups, and examples of every operation. */
export interface Guide {
  readonly description?: string;
  readonly groups?: Readonly<Record<string, string>>;
  readonly examples?: Readonly<Record<string, OperationExample>>;
}

export function operation(route: Route, guide: Guide): Json {
  const example = guide.examples?.[route.name];
  const parameters = [
    ...parametersOf(route.params, 'path', example?.params), ...parametersOf(route.query, 'query', example?.query), ...(route.idempotent ? [idempotencyParameter] : [])];
  return {
    operationId: route.name, summary: route.summary, description: descriptionOf(route), tags: [route.group],
    'x-permission': route.access,
    security: securityOf(route.access),
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && { requestBody: bodyOf(route.body, route, example) }),
    responses: responsesOf(route, example),
  };
}

const accessTexts: Readonly<Record<string, string>> = {
  public: 'Anybody may call it.', [KNOWN_OR_NOT]: 'Anybody may call it; a credential makes you known.', session: 'Needs a session; an API key is refused.', 'any credential': 'Needs a session or an API key.',
  'own account or users:delete': 'For your own account with your session, for others with `users:delete`.',
  'requester, receipt or users:delete': 'For whoever asked for it, with its receipt code, or with `users:delete`.',
  'mail token, receipt or users:delete': 'With the token of the mail, with its receipt code, or with `users:delete`.',
};

const descriptionOf = (route: Route): string =>
  [...(route.description === undefined ? [] : [route.description]), accessText(route), ...repeatText(route), ...(route.rateLimits ? [LIMITED] : [])].join('\n\n');

const accessText = ({ access }: Route): string =>
  (typeof access === 'string' && accessTexts[access] ? accessTexts[access] : `Needs the ${Array.isArray(access) ? 'permissions' : 'permission'} ${[access].flat().map((permission) => `\`${permission}\``).join(' and ')}.`);

/** What only reads can be called again in any case. */
function repeatText({ method, idempotent }: Route): readonly string[] {
  if (idempotent) return [`Takes an \`${IDEMPOTENCY_HEADER}\`: with the same key it can be tried again, and nothing is done twice.`];
  return method === 'GET' ? [] : [`Takes no \`${IDEMPOTENCY_HEADER}\`: trying it again does no harm.`];
}

const LIMITED = 'Too many attempts are refused for a while: wait as many seconds as `Retry-After` says.';

/** One of these is enough, and an empty one is none at all; with an API key comes what it was made for, and never what asks for a login. */
const securityOf = (access: Route['access']): readonly Json[] =>
  (access === 'public' ? [] : [{ session: [] }, { sessionCookie: [] }, ...(access === 'session' ? [] : [{ apiKey: [] }]), ...(isDeletionAccess(access) || access === KNOWN_OR_NOT ? [{}] : [])]);

const idempotencyParameter: Json = {
  name: IDEMPOTENCY_HEADER, in: 'header', required: false, example: '1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11',
  description: 'A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own',
  schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source, minLength: 1, maxLength: 255 },
};

export function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

const bodyOf = (body: z.core.$ZodType, { bodyMayBeMissing }: Route, example: OperationExample | undefined): Json => ({
  required: !bodyMayBeMissing, content: { 'application/json': { schema: schemaOf(body, 'input'), ...(example?.body !== undefined && { example: example.body }) } },
});

function parametersOf(schema: Route['params'], where: 'path' | 'query', examples: Readonly<Record<string, string>> = {}): readonly Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...of } = property as z.core.JSONSchema.BaseSchema;
    return { name, in: where, required: required.includes(name), description, schema: of, ...(examples[name] !== undefined && { example: asTyped(of, examples[name]) }) };
  });
}

const asTyped = ({ type }: z.core.JSONSchema.BaseSchema, text: string): unknown => (type === 'integer' || type === 'number' ? Number(text) : text);

function responsesOf(route: Route, example: OperationExample | undefined): Json {
  const refused = Map.groupBy(problemsOf(route), (kind) => statusOf[kind]);
  return {
    ...Object.fromEntries(Object.entries(route.answers).map(([status, schema]) => [status, goodAnswer(status, schema && schemaOf(schema, 'output'), example?.answers[status])])),
    ...Object.fromEntries([...refused].map(([status, kinds]) => [status, refusal(status, kinds)])),
  };
}

/** What the schema of an answer says of it as a whole says the answer. */
const goodAnswer = (status: string, schema: ReturnType<typeof schemaOf> | undefined, example: unknown): Json => ({
  description: schema?.description ?? goodTexts[status] ?? 'Done', headers: { 'x-request-id': { $ref: '#/components/headers/requestId' } },
  ...(schema && { content: { 'application/json': { schema, ...(example !== undefined && { example }) } } }),
});

const goodTexts: Readonly<Record<string, string>> = {
  200: 'Done', 201: 'Made', 202: 'Accepted: it is completed behind the answer', 204: 'Done; there is nothing to tell',
};

const refusal = (status: number, kinds: readonly ProblemKind[]): Json => ({
  description: kinds.map((kind) => `- \`${kind}\`: ${problemTexts.en[kind].title}. ${problemTexts.en[kind].detail}`).join('\n'),
  headers: { 'x-request-id': { $ref: '#/components/headers/requestId' }, ...(status === 429 || status === 503 ? { 'retry-after': { $ref: '#/components/headers/retryAfter' } } : {}) },
  content: { 'application/problem+json': {
    schema: { allOf: [{ $ref: '#/components/schemas/Problem' }], properties: { type: { enum: kinds.map((kind) => `/problems/${kind}`), description: TYPE_OF_PROBLEM } }, required: ['type'] },
    examples: Object.fromEntries(kinds.map((kind) => [kind, { $ref: `#/components/examples/${kind}` }])),
  } },
});
