import * as z from 'zod/mini';
import { priority } from '../domain/word-schemas.ts';

/** What of a process is set when it is deployed, and cannot be changed while it runs. */
export const deployedConfig = {
  timeout: z.number().check(z.describe('Milliseconds that a run may take; of a process that may take long, how long it may go without progress')), retryAttempts: z.int().check(z.describe('How often a step is tried again by itself')),
  retryDelay: z.number().check(z.describe('Milliseconds before the first of these tries')), backoffRate: z.number().check(z.describe('By which the delay is multiplied with every further try')),
  priority, parallelTasks: z.boolean().check(z.describe('Whether steps of a stage may be done at the same time')), deadLetterQueue: z.string().check(z.describe('Name of the queue to which goes what is given up')),
};
