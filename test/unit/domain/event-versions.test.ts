import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { catalogue } from '../../../lambdas/domain/events/catalogue.ts';
import { envelope, type EventDefinition } from '../../../lambdas/domain/events/event.ts';

/** Every version of every event that was ever written. Events live for 400 days, and longer in dead letters: today's code reads them all. */
interface Version { readonly schema: unknown; readonly example: unknown }
const file = new URL('../../recorded/events.json', import.meta.url);
const recorded = JSON.parse(readFileSync(file, 'utf8')) as { readonly envelope: unknown; readonly events: Readonly<Record<string, Readonly<Record<string, Version>>>> };
const schemaOf = (schema: z.core.$ZodType): unknown => JSON.parse(JSON.stringify(z.toJSONSchema(schema)));

/** In a sentence, what is not as it must be. */
function faultsOf({ name, schemaVersion, data, example }: EventDefinition): readonly string[] {
  const versions = recorded.events[name] ?? {};
  const written = versions[schemaVersion];
  return [
    ...(written === undefined ? [`${name} ${schemaVersion} is not recorded: add ${JSON.stringify({ schema: schemaOf(data), example })}`] : []),
    ...(written && JSON.stringify(written.schema) !== JSON.stringify(schemaOf(data)) ? [`${name} has changed: raise its schemaVersion, and leave what is recorded as it is`] : []),
    ...Object.entries(versions).flatMap(([version, { example: then }]) => (data.safeParse(then).success ? [] : [`${name} ${version} would not be read any more`])),
  ];
}

test('every event is recorded as it is written, and every version of it is read', () => {
  expect(catalogue.flatMap((definition) => faultsOf(definition as unknown as EventDefinition))).toEqual([]);
});

test('so is the envelope around them', () => {
  expect(schemaOf(envelope)).toEqual(recorded.envelope);
});

const event = (schemaVersion: number, data: EventDefinition['data']): EventDefinition => ({ name: 'user.activated', schemaVersion, data, example: {}, starts: false });
test('a change without a new version, a new version that is not recorded, and one that no longer reads the old one are noticed', () => {
  const more = z.strictObject({ userId: z.string(), since: z.optional(z.string()) });
  const other = z.strictObject({ since: z.string() });
  expect(faultsOf(event(1, more))).toEqual(['user.activated has changed: raise its schemaVersion, and leave what is recorded as it is']);
  expect(faultsOf(event(2, more))).toEqual([expect.stringContaining('user.activated 2 is not recorded: add')]);
  expect(faultsOf(event(2, other))).toEqual([expect.stringContaining('is not recorded'), 'user.activated 1 would not be read any more']);
});
