import * as z from 'zod/mini';
import { defineRoute } from '../../kit/route.ts';

export const health = defineRoute({
  group: 'platform', name: 'health', method: 'GET', path: '/health', access: 'public',
  summary: 'Whether the service answers, which stage it is and which version runs',
  answers: { 200: z.object({ status: z.literal('ok'), stage: z.string(), version: z.string() }) },
  touches: {},
});

export const openapi = defineRoute({
  group: 'platform', name: 'openapi', method: 'GET', path: '/openapi.json', access: 'public',
  summary: 'This document, generated from the schemas that validate',
  answers: { 200: z.record(z.string(), z.unknown()) },
  touches: {},
});
