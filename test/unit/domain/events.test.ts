import * as z from 'zod/mini';
import { catalogue, userCreated, workflowFailed } from '../../../lambdas/domain/events/catalogue.ts';
import { causedBy, causedByRequest, defineEvent, envelope, MAX_CAUSATION_DEPTH, MAX_EVENT_BYTES, occurrence, type EventDefinition } from '../../../lambdas/domain/events/event.ts';
import { workflows } from '../../../lambdas/workflows/index.ts';

const aggregate = { tenantId: 'demo', aggregateId: 'usr_1', aggregateVersion: 3 };
const now = new Date('2026-03-02T08:00:00.000Z');

describe.each(catalogue.map((definition) => [definition.name, definition as unknown as EventDefinition] as const))('%s', (_, definition) => {
  test('has an example that its own schema accepts', () => {
    expect(definition.data.parse(definition.example)).toEqual(definition.example);
  });

  test('takes nothing beside what it declares', () => {
    expect(definition.data.safeParse({ ...definition.example, email: 'anna@example.com' }).success).toBe(false);
  });

  test('happens in an envelope that says who, what version, when and why', () => {
    const { detail, type } = occurrence(definition, aggregate, causedByRequest('request-1'), definition.example, now);
    expect(type).toBe(definition.name);
    expect(envelope.parse(detail)).toMatchObject({ ...aggregate, correlationId: 'request-1', causationId: 'request-1', depth: 0, occurredAt: now.toISOString(), data: definition.example });
    expect(Buffer.byteLength(JSON.stringify(detail))).toBeLessThan(MAX_EVENT_BYTES);
  });
});

test('no two events share a name', () => {
  expect(new Set(catalogue.map(({ name }) => name)).size).toBe(catalogue.length);
});

test('an event is marked as starting a process exactly when a process starts on it', () => {
  const starting = workflows.map(({ startsOn }) => startsOn.name);
  expect(catalogue.filter(({ starts }) => starts).map(({ name }) => name).toSorted()).toEqual(starting.toSorted());
});

test('every event that a process publishes is in the catalogue', () => {
  const known = new Set<string>(catalogue.map(({ name }) => name));
  const published = workflows.flatMap(({ stages, publishes }) => [publishes.completed, publishes.failed, ...stages.flatMap(({ steps }) => steps.map((step) => step.publishes))]);
  expect(published.filter((event) => event && !known.has(event.name))).toEqual([]);
});

describe('an event that must not happen', () => {
  test('data that its schema refuses', () => {
    expect(() => occurrence(userCreated, aggregate, causedByRequest('r'), { userId: 'no id!' }, now)).toThrow(/userId/);
  });

  test('more than an event may carry', () => {
    const wide = defineEvent('wide', z.object({ text: z.string() }), { text: '' });
    expect(() => occurrence(wide, aggregate, causedByRequest('r'), { text: 'x'.repeat(MAX_EVENT_BYTES) }, now)).toThrow('at most 4096 bytes');
    expect(() => occurrence(workflowFailed, aggregate, causedByRequest('r'), { ...workflowFailed.example, stepsBegun: Array.from({ length: 40 }, () => 'A'.repeat(60)) }, now)).not.toThrow();
  });

  test('the end of a loop: causes too many deep', () => {
    let { detail } = occurrence(userCreated, aggregate, causedByRequest('request-1'), userCreated.example, now);
    const chain = (): void => {
      for (let n = 0; n <= MAX_CAUSATION_DEPTH; n += 1) ({ detail } = occurrence(userCreated, aggregate, causedBy(detail), userCreated.example, now));
    };
    expect(chain).toThrow('deeper than 16');
    expect(detail).toMatchObject({ depth: MAX_CAUSATION_DEPTH, correlationId: 'request-1' });
  });
});

test('an event is caused by the one before it, and correlates with the first', () => {
  const first = occurrence(userCreated, aggregate, causedByRequest('request-1'), userCreated.example, now).detail;
  expect(causedBy(first)).toEqual({ correlationId: 'request-1', causationId: first.eventId, depth: 1 });
});
