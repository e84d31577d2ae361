import * as z from 'zod/mini';
import { ledBy, moment, oneOf } from '../../domain/described.ts';
import { compositeIdentifier } from '../../domain/identifier.ts';
import { runStatus } from '../../domain/word-schemas.ts';
import { defineRoute } from '../../kit/route.ts';
import { ofTenant, pageOf, paging } from '../fields.ts';
import { correlationId, eventId, runId, tenantId } from '../id-schemas.ts';

const eventView = z.object({
  type: z.string().check(z.describe('Name of the event, such as `user.created`')), eventId, schemaVersion: z.number().check(z.describe('Version of the schema of `data`')), tenantId,
  aggregateId: z.string().check(z.describe('Id of what it is about')), aggregateVersion: z.number().check(z.describe('Its place among the events about that, from 1')),
  correlationId, causationId: z.string().check(z.describe('Id of the event that set it off, or the `requestId` of the request')), occurredAt: moment('When it happened'),
  data: z.record(z.string(), z.unknown()).check(z.describe('What it tells, by the schema of the event: ids and codes, nothing personal')),
  publishedAt: z.optional(moment('When it was handed to the bus. Absent: not yet; that is tried until it is done')),
});
const ofSubject = { subject: compositeIdentifier.check(z.describe('Id of what it is about: an account, or whatever else stands in the audit')) };

export const listEvents = defineRoute({
  group: 'history', name: 'list-events', method: 'GET', path: '/events', access: 'workflows:read',
  summary: 'What happened to one thing, newest first',
  description: 'The events about an account, a run, an invitation or the configuration of a process.',
  query: z.strictObject({ ...paging, ...ofTenant, aggregateId: compositeIdentifier.check(z.describe('Id of what the events are about')) }),
  answers: { 200: pageOf(eventView, 'Events, newest first') },
  touches: { tables: { events: ['Query'] } },
});

const actor = z.string().check(z.describe('Who did it: id of an account, or `system` for the platform itself'));
const reason = z.optional(z.string().check(z.describe('Why, in the words of whoever did. Absent: he gave none')));

const auditView = z.object({
  action: z.string().check(z.describe('What was done, as a code such as `role.assigned`')), actor, occurredAt: moment('When it was done'), correlationId,
  runId: z.optional(runId.check(z.describe('Id of the run that did it. Absent: no run did'))), reason,
  outcomes: z.optional(z.array(z.object({
    step: z.string().check(z.describe('Name of the undo')), status: z.string().check(z.describe('What became of it: `DONE`, `FAILED` or `SKIPPED`')),
  })).check(z.describe('Of a compensation, what became of every undo. Absent: it is about none'))),
  before: z.optional(z.unknown().check(z.describe('What was changed, as it was. Absent: nothing, or the entry does not tell'))), after: z.optional(z.unknown().check(z.describe('What was changed, as it is since. Absent: as above'))),
});

export const listAudit = defineRoute({
  group: 'history', name: 'list-audit', method: 'GET', path: '/audit', access: 'audit:read',
  summary: 'Who did what to one subject, newest first',
  description: 'Every act, who did it, when and why.',
  query: z.strictObject({ ...paging, ...ofTenant, ...ofSubject }),
  answers: { 200: pageOf(auditView, 'Entries of the audit, newest first') },
  touches: { tables: { ledger: ['Query'], audit: ['Query'] } },
});

/** In the order in which things of the very same moment are shown, newest first. */
export const timelineKinds = ['run_ended', 'event', 'audit', 'run_started'] as const;

const timelineItem = z.object({
  at: moment('When it happened'),
  kind: oneOf(timelineKinds, 'What it is', { run_ended: 'a run has ended', event: 'something happened', audit: 'somebody did something', run_started: 'a run has begun' }),
  title: z.string().check(z.describe('A sentence in the language of `Accept-Language`; of an event its name')),
  runId: z.optional(runId.check(z.describe('Id of the run that began or ended, or that did it. Absent: it is about none'))),
  type: z.optional(z.string().check(z.describe('Of a run its process, of an event its name. Absent: it is neither'))), status: z.optional(ledBy('As what the run has ended. Absent: it is no end of a run', runStatus)),
  eventId: z.optional(eventId.check(z.describe('Id of the event. Absent: it is none'))), action: z.optional(auditView.shape.action.check(z.describe('What was done, as a code such as `role.assigned`. Absent: nobody did it'))),
  actor: z.optional(actor.check(z.describe('Who did it: id of an account, or `system`. Absent: nobody did it'))), reason,
});
export type TimelineItem = z.infer<typeof timelineItem>;

export const getTimeline = defineRoute({
  group: 'history', name: 'get-timeline', method: 'GET', path: '/timeline', access: ['audit:read', 'workflows:read'],
  summary: 'Everything about one subject, newest first',
  description: 'Its runs across all processes, its events, and who did what.',
  query: z.strictObject({ ...paging, ...ofTenant, ...ofSubject }),
  answers: { 200: pageOf(timelineItem, 'What happened, newest first') },
  touches: { tables: { ledger: ['Query', 'BatchGetItem'], events: ['Query'], audit: ['Query'] } },
});
