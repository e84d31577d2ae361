import * as z from 'zod/mini';
import { defineRoute } from '../../kit/route.ts';

export const health = defineRoute({
  group: 'platform', name: 'health', method: 'GET', path: '/health', access: 'public',
  summary: 'Whether the service answers',
  answers: { 200: z.object({
    status: z.literal('ok').check(z.describe('Always `ok`: it answers')), stage: z.string().check(z.describe('Which installation answers: `local`, `dev`, `staging` or `prod`')), version: z.string().check(z.describe('Which version runs there')),
  }) },
  touches: {},
});

export const openapi = defineRoute({
  group: 'platform', name: 'openapi', method: 'GET', path: '/openapi.json', access: 'public',
  summary: 'This document, as OpenAPI 3.1',
  description: 'It is generated from the schemas that validate. The problems in it come in the language of `Accept-Language`, everything else in English.',
  answers: { 200: z.record(z.string(), z.unknown()) },
  touches: {},
});
