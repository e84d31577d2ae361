import * as z from 'zod/mini';
import { changeable, configChange, runtimeConfig } from '../../domain/process-config.ts';
import { identifier } from '../../domain/identifier.ts';
import { defineRoute } from '../../kit/route.ts';
import { paging, reason } from '../fields.ts';

const deployed = {
  timeout: z.number(), retryAttempts: z.number(), retryDelay: z.number(), backoffRate: z.number(),
  priority: z.enum(['low', 'medium', 'high']), parallelTasks: z.boolean(), deadLetterQueue: z.string(),
};

/** What cannot be changed here may be sent along as it is, so that a whole answer can be sent back. */
export const wantedValues = z.strictObject({
  ...configChange.shape,
  timeout: z.optional(z.number()), retryAttempts: z.optional(z.int().check(z.minimum(0), z.maximum(20))),
  retryDelay: z.optional(z.number().check(z.minimum(0))), backoffRate: z.optional(z.number().check(z.minimum(1), z.maximum(10))),
  priority: z.optional(deployed.priority), parallelTasks: z.optional(deployed.parallelTasks), deadLetterQueue: z.optional(z.string().check(z.maxLength(80))),
});
export type WantedValues = z.infer<typeof wantedValues>;

const configView = z.object({
  type: z.string(), version: z.number(), values: z.object({ ...deployed, ...runtimeConfig.shape }), changeable: z.array(z.enum(changeable)),
  /** What of it holds where nobody has set anything. */
  defaults: runtimeConfig,
  /** Null before any change. Of a change for every tenant it is not told who made it, but that the platform did. */
  changedBy: z.nullable(z.string()), changedAt: z.nullable(z.string()),
  /** What these values mean where it may surprise: a sentence each. */
  notes: z.array(z.string()),
});
export type ConfigView = z.infer<typeof configView>;

const entryView = z.object({
  version: z.number(), values: runtimeConfig, before: configChange, after: configChange,
  changedBy: z.string(), changedAt: z.string(), reason: z.optional(z.string()),
});

const version = z.int().check(z.minimum(1));
const params = z.strictObject({ type: identifier });
/** Without a scope the caller's own tenant; the platform's scope is for its administrators. */
const scope = { scope: z.optional(z.literal('platform')) };
const changes = { tables: { ledger: ['BatchGetItem', 'PutItem', 'ConditionCheckItem'], events: ['PutItem'], audit: ['PutItem'] } } as const;

export const getConfig = defineRoute({
  group: 'configuration', name: 'get-config', method: 'GET', path: '/workflows/{type}/config', access: 'workflows:read',
  summary: 'What holds for a process: its deployed limits, and what can be changed while it runs',
  params, query: z.strictObject(scope),
  answers: { 200: configView },
  problems: ['not-found'],
  touches: { tables: { ledger: ['BatchGetItem'] } },
});

export const changeConfig = defineRoute({
  group: 'configuration', name: 'change-config', method: 'PUT', path: '/workflows/{type}/config', access: 'workflows:manage',
  idempotent: true,
  summary: 'Change what can be changed while the process runs, for the runs to come; values that are left out stay',
  params, query: z.strictObject(scope), body: z.strictObject({ values: wantedValues, version, reason: z.optional(reason) }),
  answers: { 200: configView },
  problems: ['not-found', 'stale-version'],
  touches: changes,
});

const checked = z.object({
  valid: z.boolean(), errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })),
  /** How long a step may take that uses up its retries, in words and in milliseconds; absent where the values are none. */
  arithmetic: z.optional(z.object({ sum: z.string(), takes: z.number(), timeout: z.number(), fits: z.boolean() })),
});
export type ConfigCheck = z.infer<typeof checked>;

export const checkConfig = defineRoute({
  group: 'configuration', name: 'check-config', method: 'POST', path: '/workflows/{type}/config/check', access: 'workflows:manage',
  summary: 'Whether a change to these values would be taken, and if not why, with the sum: the rules of the change itself, and nothing is changed',
  params, query: z.strictObject(scope), body: z.strictObject({ values: z.record(z.string(), z.unknown()) }),
  answers: { 200: checked },
  problems: ['not-found'],
  touches: { tables: { ledger: ['BatchGetItem'] } },
});

export const configHistory = defineRoute({
  group: 'configuration', name: 'config-history', method: 'GET', path: '/workflows/{type}/config/history', access: 'workflows:read',
  summary: 'Every change of the configuration, newest first: who, when, why, and what it was before and after',
  params,
  query: z.strictObject({ ...scope, ...paging }),
  answers: { 200: z.object({ items: z.array(entryView), cursor: z.optional(z.string()) }) },
  problems: ['not-found'],
  touches: { tables: { ledger: ['Query'] } },
});

export const rollBackConfig = defineRoute({
  group: 'configuration', name: 'roll-back-config', method: 'POST', path: '/workflows/{type}/config/rollback', access: 'workflows:manage',
  idempotent: true,
  summary: 'Set again, as a new version, what was set under an earlier one; version 1 is the process as it was deployed',
  params, query: z.strictObject(scope), body: z.strictObject({ version, toVersion: version, reason }),
  answers: { 200: configView },
  problems: ['not-found', 'stale-version'],
  touches: { ...changes, tables: { ...changes.tables, ledger: [...changes.tables.ledger, 'Query'] } },
});
