import { allOf, asRead, whenPresent, type Key, type Write } from './store.ts';

const NOTED_EVERY_MS = 60_000;

/** That a credential was used, where that was not noted within the minute; one that has gone meanwhile does not come back by it. */
export const usageNoted = (key: Key, attribute: string, noted: string | undefined, now: Date): Extract<Write, { update: Key }> | undefined =>
  (noted !== undefined && now.getTime() - Date.parse(noted) < NOTED_EVERY_MS ? undefined : {
    table: 'identity', update: key, set: { [attribute]: now.toISOString() }, if: allOf(whenPresent, asRead(attribute, noted)),
  });
