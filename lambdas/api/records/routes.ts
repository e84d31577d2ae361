import * as z from 'zod/mini';
import { moment } from '../../domain/described.ts';
import { identifier } from '../../domain/identifier.ts';
import { oneLine } from '../../domain/one-line.ts';
import { defineRoute } from '../../kit/route.ts';
import { pageOf, paging } from '../fields.ts';
import { recordId } from '../id-schemas.ts';

const LARGEST_AMOUNT = 1_000_000_000_000;
const about = {
  kind: identifier.check(z.describe('What kind of thing, as a word of the business such as `order`: nothing personal, since it is not encrypted')),
  amount: z.optional(z.number().check(z.minimum(-LARGEST_AMOUNT), z.maximum(LARGEST_AMOUNT), z.describe('How much, in a unit of your own; left out or absent: it has no amount'))),
};
const recordView = z.object({ recordId, ...about, title: z.nullable(z.string()).check(z.describe('What it is called; null where it cannot be read any more')), createdAt: moment('When it was written') });
export type RecordView = z.infer<typeof recordView>;

export const createRecord = defineRoute({
  group: 'records', name: 'create-record', method: 'POST', path: '/records', access: 'records:write', idempotent: true,
  summary: 'Write a record of your own',
  description: 'Business data that belongs to you: what kind of thing, what it is called, and perhaps how much. It goes when your account is deleted, or stays without your name.',
  body: z.strictObject({ ...about, title: oneLine(200).check(z.describe('What it is called, on one line. It is kept encrypted under your key')) }),
  answers: { 201: recordView },
  touches: { tables: { identity: ['PutItem'], keys: ['GetItem'] }, unwrapsTenantKeys: true },
});

export const listRecords = defineRoute({
  group: 'records', name: 'list-records', method: 'GET', path: '/records', access: 'records:read',
  summary: 'Your own records, newest first',
  query: z.strictObject({ ...paging }),
  answers: { 200: pageOf(recordView, 'Records, newest first') },
  touches: { tables: { identity: ['Query'], keys: ['GetItem'] }, unwrapsTenantKeys: true },
});
