import * as z from 'zod/mini';
import { openapiDocument } from '../../../lambdas/kit/openapi-document.ts';
import { defineRoute, KNOWN_OR_NOT, type Access, type Route } from '../../../lambdas/kit/route.ts';

const route = (access: Access): Route => defineRoute({
  group: 'things', name: 'list-things', method: 'GET', path: '/things', access, summary: 'Things', answers: { 200: z.object({}) }, touches: {},
});

test('an endpoint that does not say who may call it does not compile', () => {
  // @ts-expect-error: who may call it is missing
  defineRoute({ group: 'things', name: 'list-things', method: 'GET', path: '/things', summary: 'Things', answers: {}, touches: {} });
  // @ts-expect-error: no permission is no answer to the question which
  const none: Access = [];
  // @ts-expect-error: nor is one that does not exist
  const unknown: Access = 'things:read';
  expect([none, unknown]).toHaveLength(2);
});

const operationOf = (access: Access) => {
  const { paths } = openapiDocument([route(access)], { version: '1', sessionCookie: '__Host-session' }) as { paths: Record<string, Record<string, Record<string, unknown>>> };
  return paths['/things']?.['get'] ?? {};
};

test('the document says of every operation which credentials it takes, and which permission', () => {
  const everyWay = [{ session: [] }, { sessionCookie: [] }, { apiKey: [] }];
  expect(operationOf('public')).toMatchObject({ 'x-permission': 'public', security: [] });
  expect(operationOf(KNOWN_OR_NOT)).toMatchObject({ 'x-permission': KNOWN_OR_NOT, security: [...everyWay, {}] });
  expect(operationOf('session')).toMatchObject({ 'x-permission': 'session', security: [{ session: [] }, { sessionCookie: [] }] });
  expect(operationOf('any credential')).toMatchObject({ 'x-permission': 'any credential', security: everyWay });
  expect(operationOf('users:read')).toMatchObject({ 'x-permission': 'users:read', security: everyWay });
  expect(operationOf(['users:read', 'roles:read'])).toMatchObject({ 'x-permission': ['users:read', 'roles:read'], security: everyWay });
});

test('the document has the three ways to say who one is', () => {
  expect(openapiDocument([], { version: '1', sessionCookie: '__Host-session' })).toMatchObject({ components: { securitySchemes: {
    session: { type: 'http', scheme: 'bearer' }, sessionCookie: { type: 'apiKey', in: 'cookie', name: '__Host-session' }, apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
  } } });
});
