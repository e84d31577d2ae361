import * as z from 'zod/mini';
import { oneOf } from '../../domain/described.ts';
import { criticality } from '../../domain/word-schemas.ts';
import { processType } from '../id-schemas.ts';
import { deployedConfig } from '../process-schemas.ts';

/** How a declared process is told. */

const stepView = z.object({
  step: z.string().check(z.describe('Name of the step')), stage: z.string().check(z.describe('Name of the stage that it belongs to; stages follow one another')),
  order: oneOf(['parallel', 'sequential'], 'How the steps of the stage are done', { parallel: 'at the same time', sequential: 'one after another' }), criticality,
  compensation: z.nullable(z.string()).check(z.describe('Name of the undo that takes back what it did; null where nothing does')), nothingToUndo: z.optional(z.string().check(z.describe('Why nothing does. Absent: something does'))),
  onlyIf: z.optional(z.object({
    step: z.string().check(z.describe('Name of the step that decides')), verdict: z.string().check(z.describe('What that step must have decided')),
  }).check(z.describe('It is done only where an earlier step decided so. Absent: always'))),
  leadsBackTo: z.optional(z.string().check(z.describe('Name of the step from which on all is done again, if this one finds that it has to be. Absent: it never does'))),
});

export const processView = z.object({
  type: processType, name: z.string().check(z.describe('What the process is called')), trigger: z.string().check(z.describe('Name of the event on which it starts')),
  steps: z.array(stepView).check(z.describe('Its steps, in their order')), forwardOnly: z.boolean().check(z.describe('True: nothing of it is ever undone, and a step that fails for good waits for an operator')),
  undos: z.array(z.string()).check(z.describe('Names of the undos of a compensation, in their order')), afterCompensation: z.array(z.string()).check(z.describe('Names of what follows the undos')),
  enabled: z.boolean().check(z.describe('False: the process is paused for your tenant, and its events wait')), configVersion: z.number().check(z.describe('Version of its configuration')),
  configChangedAt: z.nullable(z.string()).check(z.meta({ description: 'When that was changed last; null before any change. ISO 8601, UTC', format: 'date-time' })),
  config: z.object({ ...deployedConfig, compensationEnabled: z.boolean().check(z.describe('Whether a run that fails is undone')) }).check(z.describe('As it was deployed; `GET /workflows/{type}/config` tells what holds now')),
  diagram: z.string().check(z.describe('The process as a Mermaid flowchart')),
  stateMachineArn: z.string().check(z.describe('Its state machine, as AWS names it')), compensationArn: z.nullable(z.string()).check(z.describe('The state machine of its compensation; null where nothing of it is undone')),
  deadLetterQueueUrl: z.string().check(z.describe('Address of the queue to which goes what is given up')),
});
export type ProcessView = z.infer<typeof processView>;
