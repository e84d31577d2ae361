import { computed, signal } from '@preact/signals';
import { recall, remember } from '../personal.ts';

const storageKey = 'zone';
const zones = ['local', 'utc'] as const;
export type Zone = (typeof zones)[number];

/** One zone for everything on the page: the reader's own, or UTC, in which logs are written. */
export const zone = signal<Zone>(recall(storageKey) === 'utc' ? 'utc' : 'local');

export const chooseZone = (next: Zone): void => {
  remember(storageKey, next);
  zone.value = next;
};

const local = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** As Intl knows it. */
export const zoneName = computed(() => (zone.value === 'utc' ? 'UTC' : local));
export const otherZoneName = computed(() => (zone.value === 'utc' ? local : 'UTC'));

/** How far a zone is from UTC at that moment, such as `UTC+8`. */
export const offsetOf = (timeZone: string, at: number): string => {
  const part = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at).find(({ type }) => type === 'timeZoneName');
  return (part?.value ?? 'UTC').replace('GMT', 'UTC');
};
