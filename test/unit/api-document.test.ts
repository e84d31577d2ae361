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
  readonly operationId: string; readonly description: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly description?: string }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly example?: unknown } } };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly example?: unknown; readonly examples?: Readonly<Record<string, unknown>> }>> }>>;
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
const each = routes.map((route) => [route.name, route] as const);

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

test('every group, every operation, every parameter and every problem is described', () => {
  expect(tags.filter(({ name, description }) => description === name)).toEqual([]);
  expect(operations.filter(({ description }) => description.length < 20).map(({ operationId }) => operationId)).toEqual([]);
  expect(operations.flatMap(({ operationId, parameters = [] }) => parameters.filter(({ description = '' }) => description === '').map(({ name }) => `${operationId}: ${name}`))).toEqual([]);
  expect(Object.keys(components.examples).toSorted()).toEqual(Object.keys(problemTexts.en).filter((kind) => routes.some((route) => problemsOf(route).some((told) => told === kind))).toSorted());
});

describe.each(each)('%s', (_, route) => {
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

  test('tells every problem that it may answer, at its status, with an example', () => {
    for (const kind of problemsOf(route)) {
      const { status, type } = components.examples[kind]?.value ?? {};
      expect(type).toBe(`/problems/${kind}`);
      expect(operationOf(route).responses[String(status)]?.content?.['application/problem+json']?.examples?.[kind]).toEqual({ $ref: `#/components/examples/${kind}` });
    }
  });
});
