import * as z from 'zod/mini';
import type { Cause } from '../domain/events/event.ts';
import { occurrence, type DomainEvent, type EventDefinition } from '../domain/events/event.ts';
import type { Subject } from '../adapters/identity.ts';
import type { RunRecord } from '../adapters/run-ledger.ts';

/** What the claim hands to every step: ids, never content. It travels through the machine's state. */
export const runContext = z.object({
  runId: z.string(),
  type: z.string(),
  attempt: z.number(),
  tenantId: z.string(),
  subject: z.string(),
  eventId: z.string(),
  correlationId: z.string(),
  depth: z.number(),
  /** The subject's version before the ones that the claim reserved for this run's events. */
  versionBase: z.number(),
  data: z.record(z.string(), z.unknown()),
  /** Best-effort steps that are switched off for this run. */
  off: z.optional(z.array(z.string())),
});
export type RunContext = z.infer<typeof runContext>;

/** The context as the ledger restores it. What an operator corrected stands in for what the event said. */
export const contextFrom = ({ runId, type, attempt, tenantId, subject, eventId, correlationId, depth, versionBase, config, data, input }: RunRecord): RunContext =>
  ({ runId, type, attempt, tenantId, subject, eventId, correlationId, depth, versionBase, data: { ...data, ...input }, ...switchedOff(config) });

function switchedOff(config: RunRecord['config']): Pick<RunContext, 'off'> {
  const off = Object.entries(config?.bestEffort ?? {}).flatMap(([step, on]) => (on ? [] : [step]));
  return off.length > 0 ? { off } : {};
}

export const subjectOf = ({ tenantId, subject }: Pick<RunContext, 'tenantId' | 'subject'>): Subject => ({ tenantId, userId: subject });
export const causeOf = ({ correlationId, eventId, depth }: RunContext): Cause => ({ correlationId, causationId: eventId, depth: depth + 1 });

/** An event about the subject of a run, at the version that the claim reserved. */
export const subjectEvent = <Schema extends EventDefinition['data']>(
  definition: EventDefinition<string, Schema>, run: RunContext, reserved: number, data: z.infer<Schema>, now: Date): DomainEvent =>
  occurrence(definition, { tenantId: run.tenantId, aggregateId: run.subject, aggregateVersion: run.versionBase + reserved }, causeOf(run), data, now);
