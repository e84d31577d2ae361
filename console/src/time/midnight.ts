import { dateText } from './format.ts';

/** Zones differ by quarters of an hour. */
const quarter = 900_000;

/** The beginning of the day in a zone. */
export const midnight = (present: number, timeZone: string): number => {
  const today = dateText(present, timeZone);
  let at = present - (present % quarter);
  while (dateText(at - quarter, timeZone) === today) at -= quarter;
  return at;
};
