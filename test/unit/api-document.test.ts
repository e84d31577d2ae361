import { createConfig, lintFromString } from '@redocly/openapi-core';
import * as z from 'zod/mini';
import { guide } from '../../lambdas/api/guide/guide.ts';
import { routes } from '../../lambdas/api/index.ts';
import { openapiDocument } from '../../lambdas/kit/openapi-document.ts';
import { problemTexts } from '../../lambdas/kit/problem-texts.ts';
import { problemsOf } from '../../lambdas/kit/route-problems.ts';
import type { Route } from '../../lambdas/kit/route.ts';

/** The API explains itself: the document is valid, whole, and what it shows as examples is what the schemas take. */
interface Operation {
  readonly operationId: string; readonly summary: string; readonly description: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly description?: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly example?: unknown; readonly schema: Schema } } };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { readonly example?: unknown; readonly examples?: Readonly<Record<string, unknown>>; readonly schema: Schema }>> }>>;
}
const document = openapiDocument(routes, { version: '1.0.0', sessionCookie: '__Host-session', guide });
const { paths, tags, components } = document as {
  paths: Record<string, Record<string, Operation>>; tags: { name: string; description: string }[]; components: { examples: Record<string, { value: { type: string; status: number } }> };
};
const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
const operationOf = ({ name }: Route): Operation => {
  const found = operations.find(({ operationId }) => operationId === name);
  if (!found) throw new Error(`${name} is not in the document`);
  return found;
};
const byName = routes.map((route) => [route.name, route] as const);

test('a validator that knows OpenAPI 3.1 finds nothing wrong with it', async () => {
  const config = await createConfig({ extends: ['recommended'], rules: {
    'no-invalid-media-type-examples': 'error', 'no-invalid-parameter-examples': 'error',
    // What takes no input and is open to everybody refuses nothing.
    'operation-4xx-response': 'off',
    // `/workflows/{type}/config` beside `/workflows/runs/{runId}`: no process is called `runs`, and the gateway takes the more literal path.
    'no-ambiguous-paths': 'off',
  } });
  const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config });
  expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} at ${location[0]?.pointer}`)).toEqual([]);
});

test('every group and every problem is described', () => {
  expect(tags.filter(({ name, description }) => description === name)).toEqual([]);
  expect(Object.keys(components.examples).toSorted()).toEqual(Object.keys(problemTexts.en).filter((kind) => routes.some((route) => problemsOf(route).some((told) => told === kind))).toSorted());
});

/** What has a name of its own, wherever it stands: a property at any depth, with all that is around it, or a parameter. */
interface Named { readonly at: string; readonly name: string; readonly schema: Schema; readonly isRequired: boolean; readonly description: string; readonly around: readonly string[] }
interface Schema extends z.core.JSONSchema.BaseSchema { readonly $ref?: string }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isSchema = (value: unknown): value is Schema => isRecord(value);
const resolved = ({ $ref, ...schema }: Schema): Schema => {
  const found = $ref?.split('/').slice(1).reduce<unknown>((within, part) => (isRecord(within) ? within[part] : undefined), document);
  if ($ref !== undefined && !isSchema(found)) throw new Error(`${$ref} leads nowhere`);
  return isSchema(found) ? found : schema;
};

function propertiesIn(referred: Schema, at: string, around: readonly string[] = []): readonly Named[] {
  const schema = resolved(referred);
  const told = [...around, schema.description ?? ''];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => (isSchema(property) ? [
      { at: `${at}.${name}`, name, schema: property, isRequired: schema.required?.includes(name) ?? false, description: resolved(property).description ?? '', around: told }, ...propertiesIn(property, `${at}.${name}`, told)] : [])),
    ...(['items', 'additionalProperties', 'prefixItems', 'anyOf', 'oneOf', 'allOf'] as const).flatMap((within) => schema[within] ?? []).flatMap((inner: unknown) => (isSchema(inner) ? propertiesIn(inner, at, told) : [])),
  ];
}

const schemasOf = ({ requestBody, responses }: Operation): readonly Schema[] =>
  [...(requestBody ? [requestBody.content['application/json']] : []), ...Object.values(responses).flatMap(({ content = {} }) => Object.values(content))].map(({ schema }) => schema);
const named: readonly Named[] = operations.flatMap((operation) => [
  ...schemasOf(operation).flatMap((schema) => propertiesIn(schema, operation.operationId)),
  ...(operation.parameters ?? []).map(({ name, description = '', schema, required }) => ({ at: `${operation.operationId}?${name}`, name, schema, isRequired: required, description, around: [] })),
]);
const those = (wrong: (each: Named) => boolean): readonly string[] => [...new Set(named.filter(wrong).map(({ at, description }) => `${at}: ${description}`))];
const wordsIn = (text: string): readonly string[] => text.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const itemsOf = ({ items }: Schema): Schema | undefined => (isSchema(items) ? items : undefined);
/** Problems have pages of their own. */
const wordsOf = (schema: Schema): readonly unknown[] => [...schema.enum ?? [], ...itemsOf(schema)?.enum ?? []].filter((word) => !String(word).startsWith('/problems/'));
const fillers = new Set(['a', 'an', 'the', 'of', 'its', 'this', 'that', 'is', 'it']);

describe('every property of every request and answer, and every parameter,', () => {
  test('is found, those of problems and those deep within lists among them', () => {
    const found = new Set(named.map(({ at }) => at));
    for (const at of ['register.errors.pointer', 'get-run.steps.compensation.tries.startedAt', 'get-certificate.earlier.certificate.holds.until', 'get-statistics.byType.taskSuccessRates.successRate', 'session.tenant.name', 'create-tenant.registrationPolicy.domains', 'list-runs?view', 'register?Idempotency-Key'])
      expect(found).toContain(at);
  });

  test('says more than its name does', () => {
    expect(those(({ name, description }) => wordsIn(description).filter((word) => !fillers.has(word) && !wordsIn(name).includes(word)).length === 0)).toEqual([]);
  });

  test('says what it means that it is not there, itself or what it is part of', () => {
    expect(those(({ isRequired, description, around }) => !isRequired && ![description, ...around].some((text) => /\b(?:absent|left out)\b/i.test(text)))).toEqual([]);
  });

  test('says what null means, where it may be that', () => {
    expect(those(({ schema, description }) => (schema.anyOf ?? []).some((one) => isSchema(one) && one.type === 'null') && !/\bnull\b/.test(description))).toEqual([]);
  });

  test('explains each of the words that it may be', () => {
    expect(those(({ schema, description }) => wordsOf(schema).some((word) => !`${description} ${itemsOf(schema)?.description ?? ''}`.includes(`\`${String(word)}\``)))).toEqual([]);
  });

  test('names its unit, if it is a time or takes one', () => {
    expect(those(({ name, schema, description }) => (schema.format === 'date-time' || /(?:At|Until)$/.test(name)) && !(schema.format === 'date-time' && description.includes('ISO 8601, UTC')))).toEqual([]);
    expect(those(({ name, description }) => /duration|deadline|timeout|delay|^p\d\d$|executionTime|denials/i.test(name) && !/milliseconds/i.test(description))).toEqual([]);
    expect(those(({ name, description }) => /seconds$/i.test(name) && !/seconds/.test(description))).toEqual([]);
  });
});

describe.each(byName)('%s', (_, route) => {
  const example = guide.examples?.[route.name];

  test('shows an example of a call, and its schemas take it', () => {
    expect(example).toBeDefined();
    const taken = [[route.body, example?.body], [route.params, example?.params], [route.query, example?.query]] as const;
    expect(taken.map(([schema = z.strictObject({}), value = {}]) => z.safeParse(schema, value).error?.issues)).toEqual([undefined, undefined, undefined]);
    expect(operationOf(route).requestBody?.content['application/json'].example).toEqual(route.bodyMayBeMissing ? example?.body : route.body && example?.body);
  });

  test('shows an example of every good answer, with nothing that its schema does not know', () => {
    const answers = example?.answers ?? {};
    expect(Object.keys(answers).toSorted()).toEqual(Object.keys(route.answers).toSorted());
    for (const [status, schema = z.null()] of Object.entries(route.answers)) expect(z.parse(schema, answers[status])).toEqual(answers[status]);
  });

  test('has a heading that is one line, and says who may call it and whether it can be tried again', () => {
    const { summary, description } = operationOf(route);
    expect(summary).toMatch(/^[A-Z][^;\n]{4,60}[^.]$/);
    expect(description).not.toBe(summary);
    expect([route.access].flat().filter((access) => access.includes(':') && !access.includes(' ')).filter((permission) => !description.includes(`\`${permission}\``))).toEqual([]);
    expect(/^(?:Anybody may call|Needs|For |With )/m.test(description)).toBe(true);
    expect(/^Takes an `Idempotency-Key`/m.test(description)).toBe(route.idempotent === true);
    expect(/^Takes no `Idempotency-Key`/m.test(description)).toBe(route.method !== 'GET' && !route.idempotent);
    expect(/`Retry-After`/.test(description)).toBe(route.rateLimits !== undefined);
  });

  test('says after an answer that is not yet the end where to look how it goes on', () => {
    if (!('202' in route.answers)) return;
    const { description, responses } = operationOf(route);
    const fields = propertiesIn(responses['202']?.content?.['application/json']?.schema ?? {}, '').map(({ name }) => name);
    expect(fields.some((name) => name.endsWith('Url')) || /\bGET \/|what follows is the mail|read it again/.test(`${description} ${responses['202']?.description} ${JSON.stringify(responses['202']?.content ?? {})}`)).toBe(true);
  });

  test('tells every problem that it may answer, at its status, with an example and with what to do', () => {
    for (const kind of problemsOf(route)) {
      expect(operationOf(route).responses[String(components.examples[kind]?.value.status)]?.description).toContain(`\`${kind}\`: ${problemTexts.en[kind].title}. ${problemTexts.en[kind].detail}`);
      const { status, type } = components.examples[kind]?.value ?? {};
      expect(type).toBe(`/problems/${kind}`);
      expect(operationOf(route).responses[String(status)]?.content?.['application/problem+json']?.examples?.[kind]).toEqual({ $ref: `#/components/examples/${kind}` });
    }
  });
});
