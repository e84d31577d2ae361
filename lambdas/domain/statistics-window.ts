export const statisticsWindows = ['1h', '24h', '7d', 'all'] as const;
export type StatisticsWindow = (typeof statisticsWindows)[number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Runs are counted in the slot of their start, which is kept a bit longer than the longest window that looks at it. */
interface Slots { readonly mark: string; readonly length: number; readonly kept: number }
const lifetime = 'A#';
const hours: Slots = { mark: 'H#', length: HOUR, kept: 8 * DAY };
const fiveMinutes: Slots = { mark: 'M#', length: HOUR / 12, kept: 2 * HOUR };

const windows = {
  '1h': { slots: fiveMinutes, length: HOUR }, '24h': { slots: hours, length: DAY }, '7d': { slots: hours, length: 7 * DAY },
} as const satisfies Record<Exclude<StatisticsWindow, 'all'>, { slots: Slots; length: number }>;

export interface Slot { readonly name: string; /** In seconds; absent: never. */ readonly expiresAt?: number }

const begin = ({ length }: Slots, time: number): number => time - time % length;
const nameOf = ({ mark }: Slots, time: number): string => `${mark}${new Date(time).toISOString().slice(0, 16)}#`;

function slotOf(slots: Slots, time: number): Slot {
  const from = begin(slots, time);
  return { name: nameOf(slots, from), expiresAt: (from + slots.length + slots.kept) / 1000 };
}

/** Where a run that started then is counted; a name is a beginning, for the type to follow. */
export const slotsOf = (startedAt: string): readonly Slot[] => [{ name: lifetime }, slotOf(hours, Date.parse(startedAt)), slotOf(fiveMinutes, Date.parse(startedAt))];

/** The beginnings of the slots of a window, oldest first, as their names tell them. */
export function slotTimes(window: Exclude<StatisticsWindow, 'all'>, now: Date): readonly string[] {
  const { slots, length } = windows[window];
  const first = begin(slots, now.getTime() - length);
  return Array.from({ length: length / slots.length + 1 }, (_, nth) => new Date(first + nth * slots.length).toISOString());
}

/** Of which slot a name is. */
export const timeIn = (name: string): string => new Date(`${name.split('#')[1] ?? ''}Z`).toISOString();

/** Sorts behind every time and every type. */
const LAST = '~';

/** A window is a row of whole slots: it holds everything that it says, and of the slot in which it begins all. What started since `now` is in it too. */
export function slotsWithin(window: StatisticsWindow, now: Date): { readonly from: string; readonly to: string } {
  if (window === 'all') return { from: lifetime, to: `${lifetime}${LAST}` };
  const { slots, length } = windows[window];
  return { from: nameOf(slots, begin(slots, now.getTime() - length)), to: `${slots.mark}${LAST}` };
}
