import { useLanguage } from '../language.tsx';
import { dataAt, isStale, isWatching, paused, refreshAll } from '../live/live.ts';
import { now } from '../time/clock.ts';
import { clockText, countText } from '../time/format.ts';
import { zoneName } from '../time/zone.ts';
import { useShellWords } from './words.ts';

const togglePause = () => {
  paused.value = !paused.value;
};

/** How old what is on the page is, and the way to stop it from changing. */
export const LiveIndicator = () => {
  const { language } = useLanguage();
  const words = useShellWords().live;
  if (!isWatching.value) return null;
  const at = dataAt.value;
  const text = at === undefined ? words.waiting
    : paused.value ? words.paused({ time: clockText(at, zoneName.value) }) : words.fresh({ age: countText(Math.max(0, now.value - at), language) });
  return (
    <div class="live">
      <button type="button" class="bare" aria-pressed={paused.value} aria-label={words.pause} title={paused.value ? words.resume : words.pause} onClick={togglePause}>
        <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true">{paused.value ? <path class="filled" d="M7 5v14l12-7z" /> : <path d="M8.5 6v12M15.5 6v12" />}</svg>
      </button>
      <span class={`live-dot ${paused.value ? 'is-paused' : ''} ${isStale.value ? 'is-stale' : ''}`} aria-hidden="true" />
      <span class="live-age">{text}</span>
      <span class="live-short" aria-hidden="true">{at !== undefined && countText(Math.max(0, now.value - at), language)}</span>
    </div>
  );
};

/** What was seen stays, and says since when. */
export const StaleBar = () => {
  const words = useShellWords().live;
  const at = dataAt.value;
  if (!isStale.value || at === undefined) return null;
  return (
    <div class="stale-bar attention" role="status">
      <p>{words.stale({ time: clockText(at, zoneName.value) })}</p>
      <button type="button" class="button plain small" onClick={refreshAll}>{words.now}</button>
    </div>
  );
};
