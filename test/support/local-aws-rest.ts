import { parseRun } from '../../lambdas/adapters/run-ledger.ts';
import type { MemoryTables } from './memory-store.ts';
import type { Execution } from './step-functions.ts';

export type SeenExecution = Pick<Execution, 'arn' | 'type' | 'status' | 'retried'> & { readonly beganAt: number; readonly input: string };

const CLOCKS_DIFFER_MS = 1_000;

/** What is not published, or begins something of which no execution has been seen: in words. */
export function leftIn(tables: Pick<MemoryTables, 'items'>, executions: readonly SeenExecution[]): readonly string[] {
  const events = tables.items('events').map((event) => ({ ...event, name: named(event['type']), eventId: named(event['eventId']), publishedAt: named(event['publishedAt']) }));
  const runs = tables.items('ledger').filter(({ sk }) => sk === 'RUN').map(parseRun);
  return [
    ...events.filter((event) => 'pendingShard' in event).map(({ name }) => `${name} is not published`),
    ...events.filter((event) => 'unclaimedShard' in event && !executions.some(({ input, beganAt }) => input.includes(event.eventId) && beganAt >= Date.parse(event.publishedAt) - CLOCKS_DIFFER_MS)).map(({ name }) => `${name} has started nothing`),
    ...runs.filter(({ status, runId, compensation }) => status === 'COMPENSATING' && !executions.some(({ arn }) => arn.endsWith(`${runId}-c${compensation}`))).map(({ runId }) => `nobody undoes ${runId}`),
  ];
}

const named = (value: unknown): string => (typeof value === 'string' ? value : '');
