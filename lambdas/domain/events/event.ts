import * as z from 'zod/mini';
import { newEventId } from '../identifier.ts';

/** Events cause events; a chain longer than this is a loop and is refused (Lambda cannot see loops through a bus). */
export const MAX_CAUSATION_DEPTH = 16;
/** Ids only: an event that outgrows this carries something it should not. */
export const MAX_EVENT_BYTES = 4096;

type DataSchema = z.ZodMiniType<Readonly<Record<string, unknown>>>;

/** One kind of event: its name on the bus, the schema of its data and an example that the schema accepts. */
export interface EventDefinition<Name extends string = string, Schema extends DataSchema = DataSchema, Starts extends boolean = boolean> {
  readonly name: Name;
  readonly schemaVersion: number;
  readonly data: Schema;
  readonly example: z.infer<Schema>;
  /** True where a business process starts on it: such an event stays marked until a run has claimed it. */
  readonly starts: Starts;
}
export type TriggerEvent = EventDefinition<string, DataSchema, true>;

export const envelope = z.strictObject({
  eventId: z.string(),
  schemaVersion: z.number(),
  tenantId: z.string(),
  aggregateId: z.string(),
  aggregateVersion: z.number(),
  correlationId: z.string(),
  causationId: z.string(),
  depth: z.number(),
  occurredAt: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type EventDetail = z.infer<typeof envelope>;
/** An event as it is stored and relayed; `type` is the bus's detail-type. */
export interface DomainEvent { readonly type: string; readonly starts: boolean; readonly detail: EventDetail }

/** A schema that changes is a new version, which still takes what the one before has written (`test/recorded/events.json`). */
export function defineEvent<const Name extends string, Schema extends DataSchema>(
  name: Name, data: Schema, example: z.infer<Schema>, schemaVersion = 1,
): EventDefinition<Name, Schema, false> {
  return { name, schemaVersion, data, example, starts: false };
}

/** An event that starts a business process. */
export function defineTrigger<const Name extends string, Schema extends DataSchema>(
  name: Name, data: Schema, example: z.infer<Schema>,
): EventDefinition<Name, Schema, true> {
  return { ...defineEvent(name, data, example), starts: true };
}

/** What came before: of a command its request, of a step the event that started the run. */
export interface Cause { readonly correlationId: string; readonly causationId: string; readonly depth: number }
export const causedByRequest = (requestId: string): Cause => ({ correlationId: requestId, causationId: requestId, depth: 0 });
export const causedBy = ({ correlationId, eventId, depth }: EventDetail): Cause => ({ correlationId, causationId: eventId, depth: depth + 1 });

export interface Aggregate { readonly tenantId: string; readonly aggregateId: string; readonly aggregateVersion: number }

/**
 * A new event of this kind.
 * @throws when the data breaks the schema, the event outgrows 4 KB or the chain of causes is a loop
 */
export function occurrence<Schema extends DataSchema>(
  definition: EventDefinition<string, Schema>, aggregate: Aggregate, cause: Cause, data: z.infer<Schema>, now: Date,
): DomainEvent {
  if (cause.depth > MAX_CAUSATION_DEPTH) throw new Error(`${definition.name}: the chain of causes is deeper than ${MAX_CAUSATION_DEPTH}`);
  const detail: EventDetail = {
    eventId: newEventId(), schemaVersion: definition.schemaVersion, ...aggregate, ...cause,
    occurredAt: now.toISOString(), data: definition.data.parse(data),
  };
  if (Buffer.byteLength(JSON.stringify(detail)) > MAX_EVENT_BYTES) throw new Error(`${definition.name}: an event carries ids only, at most ${MAX_EVENT_BYTES} bytes`);
  return { type: definition.name, starts: definition.starts, detail };
}
