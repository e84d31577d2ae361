import * as z from 'zod/mini';
import { moment } from '../../domain/described.ts';
import { changeable, configChange, runtimeConfig } from '../../domain/process-config.ts';
import { defineRoute } from '../../kit/route.ts';
import { pageOf, paging, reason, reasonIfAny } from '../fields.ts';
import { processType } from '../id-schemas.ts';
import { deployedConfig } from '../process-schemas.ts';

/** What cannot be changed here may be sent along as it is, so that a whole answer can be sent back. */
export const wantedValues = z.strictObject({
  ...configChange.shape,
  timeout: z.optional(deployedConfig.timeout), retryAttempts: z.optional(deployedConfig.retryAttempts.check(z.minimum(0), z.maximum(20))),
  retryDelay: z.optional(deployedConfig.retryDelay.check(z.minimum(0))), backoffRate: z.optional(deployedConfig.backoffRate.check(z.minimum(1), z.maximum(10))),
  priority: z.optional(deployedConfig.priority), parallelTasks: z.optional(deployedConfig.parallelTasks), deadLetterQueue: z.optional(deployedConfig.deadLetterQueue.check(z.maxLength(80))),
});
export type WantedValues = z.infer<typeof wantedValues>;

const configView = z.object({
  type: processType, version: z.number().check(z.describe('Rises with every change, from 1; send it along with the next one')),
  values: z.object({ ...deployedConfig, ...runtimeConfig.shape }).check(z.describe('What holds now for runs to come. Runs that have begun keep what held then')),
  changeable: z.array(z.enum(changeable)).check(z.describe(`Which of these values can be changed here: ${changeable.map((name) => `\`${name}\``).join(', ')}; the others are changed by a deployment`)),
  defaults: runtimeConfig.check(z.describe('What of it holds where nobody has set anything')),
  changedBy: z.nullable(z.string()).check(z.describe('Id of the account that changed it last, or `platform` where that was for every tenant; null before any change')),
  changedAt: z.nullable(z.string()).check(z.meta({ description: 'When that was; null before any change. ISO 8601, UTC', format: 'date-time' })),
  notes: z.array(z.string()).check(z.describe('What these values mean where it may surprise: a sentence each, in the language of `Accept-Language`')),
});
export type ConfigView = z.infer<typeof configView>;

const entryView = z.object({
  version: z.number().check(z.describe('Its number, from 2: 1 is the process as it was deployed')), values: runtimeConfig.check(z.describe('What held after it')),
  before: configChange.check(z.describe('What it changed, as it was; what is absent was not changed')), after: configChange.check(z.describe('What it changed, as it was then; what is absent was not changed')),
  changedBy: z.string().check(z.describe('Id of the account that made it, or `platform`')), changedAt: moment('When it was made'), reason: z.optional(z.string().check(z.describe('Why, in the words of whoever did. Absent: he gave none'))),
});

const version = z.int().check(z.minimum(1), z.describe('The `version` on which you decided. If somebody has changed it meanwhile you get `stale-version`, and nothing is changed'));
const params = z.strictObject({ type: processType });
/** Without a scope the caller's own tenant; the platform's scope is for its administrators. */
const scope = { scope: z.optional(z.literal('platform').check(z.describe('What holds for every tenant that has not set otherwise, for whoever administers the platform: anybody else who asks for it is refused. Left out: your own tenant'))) };
const changes = { tables: { ledger: ['BatchGetItem', 'PutItem', 'ConditionCheckItem'], events: ['PutItem'], audit: ['PutItem'] } } as const;

export const getConfig = defineRoute({
  group: 'configuration', name: 'get-config', method: 'GET', path: '/workflows/{type}/config', access: 'workflows:read',
  summary: 'The configuration of a process',
  description: 'What holds for its runs: the limits with which it was deployed, and what can be changed while it runs.',
  params, query: z.strictObject(scope),
  answers: { 200: configView },
  problems: ['not-found'],
  touches: { tables: { ledger: ['BatchGetItem'] } },
});

export const changeConfig = defineRoute({
  group: 'configuration', name: 'change-config', method: 'PUT', path: '/workflows/{type}/config', access: 'workflows:manage',
  idempotent: true,
  summary: 'Change the configuration of a process',
  description: 'It holds for the runs to come. Read it first, and send its `version` along: whoever was faster makes it stale, and then nothing is changed.',
  params, query: z.strictObject(scope),
  body: z.strictObject({ values: wantedValues.check(z.describe('What shall hold; what is left out stays as it is. What cannot be changed here may be sent along as it is, so a whole answer can be sent back')), version, reason: reasonIfAny }),
  answers: { 200: configView },
  problems: ['not-found', 'stale-version'],
  touches: changes,
});

const checked = z.object({
  valid: z.boolean().check(z.describe('Whether a change to these values would be taken')),
  errors: z.array(z.object({
    pointer: z.string().check(z.describe('Which value is wrong, as a JSON pointer into the body of the change')), code: z.string().check(z.describe('What is wrong with it, for a program')),
    detail: z.string().check(z.describe('The same in a sentence, in the language of `Accept-Language`')),
  })).check(z.describe('Why it would be refused; empty where it would be taken')),
  arithmetic: z.optional(z.object({
    sum: z.string().check(z.describe('How that time comes about, as a sum')), takes: z.number().check(z.describe('How long the step may take at the most that uses up its retries, in milliseconds')),
    timeout: z.number().check(z.describe('How long a run may take, in milliseconds')), fits: z.boolean().check(z.describe('Whether the first fits into the second')),
  }).check(z.describe('Whether any one step may use up its retries within the time of a run. Absent: the values are none'))),
});
export type ConfigCheck = z.infer<typeof checked>;

export const checkConfig = defineRoute({
  group: 'configuration', name: 'check-config', method: 'POST', path: '/workflows/{type}/config/check', access: 'workflows:manage',
  summary: 'Try a configuration without changing it',
  description: 'Whether a change to these values would be taken, and if not why, with the sum: by the rules of the change itself. Nothing is changed.',
  params, query: z.strictObject(scope),
  body: z.strictObject({ values: z.record(z.string(), z.unknown()).check(z.describe('The values to try, as a change has them; what is left out stays as it is')) }),
  answers: { 200: checked },
  problems: ['not-found'],
  touches: { tables: { ledger: ['BatchGetItem'] } },
});

export const configHistory = defineRoute({
  group: 'configuration', name: 'config-history', method: 'GET', path: '/workflows/{type}/config/history', access: 'workflows:read',
  summary: 'Every change of the configuration, newest first',
  description: 'Who made it, when and why, and what it was before and after.',
  params,
  query: z.strictObject({ ...scope, ...paging }),
  answers: { 200: pageOf(entryView, 'Changes, newest first') },
  problems: ['not-found'],
  touches: { tables: { ledger: ['Query'] } },
});

export const rollBackConfig = defineRoute({
  group: 'configuration', name: 'roll-back-config', method: 'POST', path: '/workflows/{type}/config/rollback', access: 'workflows:manage',
  idempotent: true,
  summary: 'Go back to an earlier configuration',
  description: 'What was set under that version is set again, as a new version.',
  params, query: z.strictObject(scope),
  body: z.strictObject({ version, toVersion: version.check(z.describe('The version to go back to; 1 is the process as it was deployed')), reason }),
  answers: { 200: configView },
  problems: ['not-found', 'stale-version'],
  touches: { ...changes, tables: { ...changes.tables, ledger: [...changes.tables.ledger, 'Query'] } },
});
