import * as z from 'zod/mini';
import { identifier } from '../../domain/identifier.ts';
import { oneLine } from '../../domain/one-line.ts';
import { defineRoute } from '../../kit/route.ts';
import { paging } from '../fields.ts';

const LARGEST_AMOUNT = 1_000_000_000_000;
const about = { kind: identifier, amount: z.optional(z.number().check(z.minimum(-LARGEST_AMOUNT), z.maximum(LARGEST_AMOUNT))) };
const recordView = z.object({ recordId: identifier, ...about, title: z.nullable(z.string()), createdAt: z.string() });
export type RecordView = z.infer<typeof recordView>;

export const createRecord = defineRoute({
  group: 'records', name: 'create-record', method: 'POST', path: '/records', access: 'records:write', idempotent: true,
  summary: 'Business data of whoever calls: what kind of thing, what it is called, and perhaps how much. The kind is a word of the business, without personal data',
  body: z.strictObject({ ...about, title: oneLine(200) }),
  answers: { 201: recordView },
  touches: { tables: { identity: ['PutItem'], keys: ['GetItem'] }, unwrapsTenantKeys: true },
});

export const listRecords = defineRoute({
  group: 'records', name: 'list-records', method: 'GET', path: '/records', access: 'records:read',
  summary: 'The records of whoever calls, newest first',
  query: z.strictObject({ ...paging }),
  answers: { 200: z.object({ items: z.array(recordView), cursor: z.optional(z.string()) }) },
  touches: { tables: { identity: ['Query'], keys: ['GetItem'] }, unwrapsTenantKeys: true },
});
