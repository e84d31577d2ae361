import { useLanguage } from '../language.tsx';
import { now } from './clock.ts';
import { countText, dateAndClock, durationText, momentText } from './format.ts';
import { offsetOf, otherZoneName, zoneName } from './zone.ts';

/** Both zones and the form that logs have. */
const everywhere = (at: number): string => [zoneName.value, otherZoneName.value].map((zone) => `${dateAndClock(at, zone)} ${offsetOf(zone, at)}`)
  .concat(new Date(at).toISOString()).join('\n');

/** A point in time in the zone of the page; the other zone and the exact form under the pointer. */
export const Moment = ({ at }: { at: string }) => {
  const time = Date.parse(at);
  return <time class="moment" dateTime={at} title={everywhere(time)}>{momentText(time, zoneName.value, now.value)}</time>;
};

/** How long ago; always beside the point in time, never instead of it. */
export const Age = ({ since }: { since: string }) => {
  const { language, words } = useLanguage();
  return <span class="age">{words.time.ago({ duration: countText(now.value - Date.parse(since), language) })}</span>;
};

/** How long something has been going on, counting. */
export const Counting = ({ since }: { since: string }) => {
  const { language } = useLanguage();
  return <span class="counting">{countText(now.value - Date.parse(since), language)}</span>;
};

export const Duration = ({ ms }: { ms: number | null | undefined }) => {
  const { language, words } = useLanguage();
  return <span class="duration">{ms === null || ms === undefined ? words.time.none : durationText(ms, language)}</span>;
};
