import * as z from 'zod/mini';
import { statusOf } from './problem.ts';
import { problemTexts, type ProblemKind } from './problem-texts.ts';
import { problemsOf } from './route-problems.ts';
import { IDEMPOTENCY_HEADER, IDEMPOTENCY_KEY, isDeletionAccess, KNOWN_OR_NOT, type Route } from './route.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A call of an operation and what it answered. */
export interface OperationExample {
  readonly params?: Readonly<Record<string, string>>; readonly query?: Readonly<Record<string, string>>; readonly body?: unknown;
  /** By status; null for an answer without a body. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** What the schemas do not say: words about groups, parameters and fields, and examples of every operation. */
export interface Guide {
  readonly description?: string;
  readonly groups?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  /** By the name of the property, wherever it stands. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly examples?: Readonly<Record<string, OperationExample>>;
}

export function operation(route: Route, guide: Guide): Json {
  const example = guide.examples?.[route.name];
  const parameters = [
    ...parametersOf(route.params, 'path', guide, example?.params), ...parametersOf(route.query, 'query', guide, example?.query), ...(route.idempotent ? [idempotencyParameter] : [])];
  return {
    operationId: route.name, summary: summaryOf(route.summary), description: descriptionOf(route), tags: [route.group],
    'x-permission': route.access,
    security: securityOf(route.access),
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && { requestBody: bodyOf(route.body, route, guide, example) }),
    responses: responsesOf(route, guide, example),
  };
}

/** A heading: the first clause. */
const summaryOf = (text: string): string => text.split(/[.:;](?:\s|$)/, 1)[0] ?? text;

const accessTexts: Readonly<Record<string, string>> = {
  public: 'Anybody may call it.', [KNOWN_OR_NOT]: 'Anybody may call it; a credential makes you known.', session: 'Needs a session; an API key is refused.', 'any credential': 'Needs a session or an API key.',
  'own account or users:delete': 'For your own account with your session, for others with `users:delete`.',
  'requester, receipt or users:delete': 'For whoever asked for it, with its receipt code, or with `users:delete`.',
  'mail token, receipt or users:delete': 'With the token of the mail, with its receipt code, or with `users:delete`.',
};

const descriptionOf = ({ summary, access, idempotent }: Route): string => [
  `${summary}.`,
  typeof access === 'string' && accessTexts[access] ? accessTexts[access] : `Needs ${[access].flat().map((permission) => `\`${permission}\``).join(' and ')}.`,
  ...(idempotent ? ['Honours an `Idempotency-Key`.'] : []),
].join('\n\n');

/** One of these is enough, and an empty one is none at all; with an API key comes what it was made for, and never what asks for a login. */
const securityOf = (access: Route['access']): readonly Json[] =>
  (access === 'public' ? [] : [{ session: [] }, { sessionCookie: [] }, ...(access === 'session' ? [] : [{ apiKey: [] }]), ...(isDeletionAccess(access) || access === KNOWN_OR_NOT ? [{}] : [])]);

const idempotencyParameter: Json = {
  name: IDEMPOTENCY_HEADER, in: 'header', required: false, example: '1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11',
  description: 'The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused',
  schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source, minLength: 1, maxLength: 255 },
};

function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output', { fields = {} }: Guide): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: ({ jsonSchema }) => {
    for (const [name, property] of Object.entries(jsonSchema.properties ?? {}))
      if (typeof property === 'object' && fields[name] !== undefined) property.description ??= fields[name];
  } });
  return rest;
}

const bodyOf = (body: z.core.$ZodType, { bodyMayBeMissing }: Route, guide: Guide, example: OperationExample | undefined): Json => ({
  required: !bodyMayBeMissing, content: { 'application/json': { schema: schemaOf(body, 'input', guide), ...(example?.body !== undefined && { example: example.body }) } },
});

function parametersOf(schema: Route['params'], where: 'path' | 'query', { parameters: texts = {} }: Guide, examples: Readonly<Record<string, string>> = {}): readonly Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, of]) => ({
    name, in: where, required: required.includes(name), ...(texts[name] !== undefined && { description: texts[name] }), schema: of, ...(examples[name] !== undefined && { example: asTyped(of, examples[name]) }),
  }));
}

const asTyped = (schema: unknown, text: string): unknown =>
  (typeof schema === 'object' && schema !== null && 'type' in schema && (schema.type === 'integer' || schema.type === 'number') ? Number(text) : text);

function responsesOf(route: Route, guide: Guide, example: OperationExample | undefined): Json {
  const refused = Map.groupBy(problemsOf(route), (kind) => statusOf[kind]);
  return {
    ...Object.fromEntries(Object.entries(route.answers).map(([status, schema]) => [status, {
      description: goodTexts[status] ?? 'Done', headers: { 'x-request-id': { $ref: '#/components/headers/requestId' } },
      ...(schema && { content: { 'application/json': { schema: schemaOf(schema, 'output', guide), ...(example?.answers[status] !== undefined && { example: example.answers[status] }) } } }),
    }])),
    ...Object.fromEntries([...refused].map(([status, kinds]) => [status, refusal(status, kinds)])),
  };
}

const goodTexts: Readonly<Record<string, string>> = {
  200: 'Done', 201: 'Made', 202: 'Accepted: it is completed behind the answer', 204: 'Done; there is nothing to tell',
};

const refusal = (status: number, kinds: readonly ProblemKind[]): Json => ({
  description: kinds.map((kind) => `\`${kind}\`: ${problemTexts.en[kind].title}`).join('; '),
  headers: { 'x-request-id': { $ref: '#/components/headers/requestId' }, ...(status === 429 || status === 503 ? { 'retry-after': { $ref: '#/components/headers/retryAfter' } } : {}) },
  content: { 'application/problem+json': {
    schema: { allOf: [{ $ref: '#/components/schemas/Problem' }], properties: { type: { enum: kinds.map((kind) => `/problems/${kind}`) } } },
    examples: Object.fromEntries(kinds.map((kind) => [kind, { $ref: `#/components/examples/${kind}` }])),
  } },
});
