import * as z from 'zod/mini';
import { compositeIdentifier } from '../../domain/identifier.ts';
import { runStatuses } from '../../domain/run.ts';
import { defineRoute } from '../../kit/route.ts';
import { ofTenant, paging } from '../fields.ts';

const eventView = z.object({
  type: z.string(), eventId: z.string(), schemaVersion: z.number(), tenantId: z.string(), aggregateId: z.string(), aggregateVersion: z.number(),
  correlationId: z.string(), causationId: z.string(), occurredAt: z.string(), data: z.record(z.string(), z.unknown()), publishedAt: z.optional(z.string()),
});

export const listEvents = defineRoute({
  group: 'history', name: 'list-events', method: 'GET', path: '/events', access: 'workflows:read',
  summary: 'What happened to one aggregate (an account, a run, an invitation, the configuration of a process), newest version first',
  query: z.strictObject({ ...paging, ...ofTenant, aggregateId: compositeIdentifier }),
  answers: { 200: z.object({ items: z.array(eventView), cursor: z.optional(z.string()) }) },
  touches: { tables: { events: ['Query'] } },
});

const auditView = z.object({
  action: z.string(), actor: z.string(), occurredAt: z.string(), correlationId: z.string(), runId: z.optional(z.string()), reason: z.optional(z.string()),
  outcomes: z.optional(z.array(z.object({ step: z.string(), status: z.string() }))),
  /** Of a change that says what it changed. */
  before: z.optional(z.unknown()), after: z.optional(z.unknown()),
});

export const listAudit = defineRoute({
  group: 'history', name: 'list-audit', method: 'GET', path: '/audit', access: 'audit:read',
  summary: 'Who did what to one subject, when and why, newest first',
  query: z.strictObject({ ...paging, ...ofTenant, subject: compositeIdentifier }),
  answers: { 200: z.object({ items: z.array(auditView), cursor: z.optional(z.string()) }) },
  touches: { tables: { ledger: ['Query'], audit: ['Query'] } },
});

/** In the order in which things of the very same moment are shown, newest first. */
export const timelineKinds = ['run_ended', 'event', 'audit', 'run_started'] as const;

const timelineItem = z.object({
  at: z.string(), kind: z.enum(timelineKinds),
  /** A sentence; of an event its name. */
  title: z.string(),
  runId: z.optional(z.string()), type: z.optional(z.string()), status: z.optional(z.enum(runStatuses)), eventId: z.optional(z.string()),
  action: z.optional(z.string()), actor: z.optional(z.string()), reason: z.optional(z.string()),
});
export type TimelineItem = z.infer<typeof timelineItem>;

export const getTimeline = defineRoute({
  group: 'history', name: 'get-timeline', method: 'GET', path: '/timeline', access: ['audit:read', 'workflows:read'],
  summary: 'Everything about one subject across all processes, newest first: its runs, its events and who did what',
  query: z.strictObject({ ...paging, ...ofTenant, subject: compositeIdentifier }),
  answers: { 200: z.object({ items: z.array(timelineItem), cursor: z.optional(z.string()) }) },
  touches: { tables: { ledger: ['Query', 'BatchGetItem'], events: ['Query'], audit: ['Query'] } },
});
