import * as z from 'zod/mini';
import { IDEMPOTENCY_HEADER, IDEMPOTENCY_KEY, isDeletionAccess, KNOWN_OR_NOT, type Route } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

const problemSchema: Json = {
  type: 'object', required: ['type', 'title', 'status', 'detail', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri-reference' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', required: ['pointer', 'code', 'detail'], properties: { pointer: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } } },
    },
  },
};

/** OpenAPI 3.1, from the very schemas that validate. A path `/a/{b}` is one of the route list; permissions stand as `x-permission`. */
export function openapiDocument(routes: readonly Route[], { version, sessionCookie }: { readonly version: string; readonly sessionCookie: string }): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(route);
  return {
    openapi: '3.1.0',
    info: { title: 'Business process platform', version },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer' },
        sessionCookie: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: 'Of the console; what changes something must come from its own origin' },
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
      },
    },
  };
}

function operation(route: Route): Json {
  const parameters = [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query'), ...(route.idempotent ? [idempotencyParameter] : [])];
  return {
    operationId: route.name, summary: route.summary, tags: [route.group],
    'x-permission': route.access,
    security: securityOf(route.access),
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && { requestBody: { required: !route.bodyMayBeMissing, content: { 'application/json': { schema: input(route.body) } } } }),
    responses: responsesOf(route),
  };
}

/** One of these is enough, and an empty one is none at all; with an API key comes what it was made for, and never what asks for a login. */
const securityOf = (access: Route['access']): readonly Json[] =>
  (access === 'public' ? [] : [{ session: [] }, { sessionCookie: [] }, ...(access === 'session' ? [] : [{ apiKey: [] }]), ...(isDeletionAccess(access) || access === KNOWN_OR_NOT ? [{}] : [])]);

const idempotencyParameter: Json = {
  name: IDEMPOTENCY_HEADER, in: 'header', required: false,
  description: 'The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused',
  schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source, minLength: 1, maxLength: 255 },
};

const input = (schema: z.core.$ZodType): Json => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

function parametersOf(schema: Route['params'], where: 'path' | 'query'): readonly Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, of]) => ({ name, in: where, required: required.includes(name), schema: of }));
}

function responsesOf({ answers, problems = [], access, body, params, query, idempotent, rateLimits }: Route): Json {
  const refusals = [
    ...(body || params || query || idempotent ? [400] : []), ...(body ? [413] : []), ...(idempotent ? [422] : []), ...(access === 'public' || access === KNOWN_OR_NOT ? [] : [401, 403]), ...(rateLimits ? [429] : []), ...problems, 500, 503];
  return {
    ...Object.fromEntries(Object.entries(answers).map(([status, schema]) => [status, {
      description: 'done', ...(schema && { content: { 'application/json': { schema: z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) } } }),
    }])),
    ...Object.fromEntries(refusals.map((status) => [status, {
      description: 'refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }])),
  };
}
