import type { Signal } from '@preact/signals';
import { computed, effect, signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Failure, Reply } from '../api/reply.ts';
import { languageNow } from '../language.tsx';
import { tenantInView } from '../navigation.tsx';
import { sessionIsOver, standing } from '../session.ts';

/** Milliseconds between two looks while the page is seen. */
export const pace = { run: 2_000, list: 5_000, overview: 15_000, seldom: 60_000 } as const;
const slowest = 60_000;
/** After so many looks without an answer the data is called stale. */
export const STALE_AFTER = 3;
const KEPT = 40;

interface Source {
  /** Milliseconds between two looks; none for what is looked at once. */
  readonly every: () => number | undefined;
  readonly at: Signal<number | undefined>;
  readonly misses: Signal<number>;
  readonly refresh: () => void;
}

/** What is being watched on the page right now. */
const sources = signal<readonly Source[]>([]);
/** The reader stopped the clock, to read in peace. */
export const paused = signal(false);

/** When the oldest data on the page was true; what hardly ever changes, such as the names of processes, does not count. */
export const dataAt = computed(() => {
  const times = sources.value.filter(({ every }) => (every() ?? Infinity) <= pace.overview).flatMap(({ at }) => at.value ?? []);
  return times.length > 0 ? Math.min(...times) : undefined;
});
export const isStale = computed(() => sources.value.some(({ misses }) => misses.value >= STALE_AFTER));
export const isWatching = computed(() => sources.value.length > 0);
export const refreshAll = (): void => sources.peek().forEach(({ refresh }) => refresh());

/** What was seen lately, so that Back shows it at once; somebody else who logs in must not find it. */
const seen = new Map<string, { readonly value: unknown; readonly at: number }>();
effect(() => {
  if (standing.value.kind !== 'in') seen.clear();
});

const remember = (key: string, value: unknown, at: number) => {
  seen.delete(key);
  seen.set(key, { value, at });
  for (const oldest of [...seen.keys()].slice(0, -KEPT)) seen.delete(oldest);
};

type Ask<T> = () => Promise<Reply<T>>;

const watch = <T,>(key: string, ask: () => Ask<T>, every: () => number | undefined) => {
  const known = seen.get(key) as { readonly value: T; readonly at: number } | undefined;
  const value = signal(known?.value);
  const at = signal(known?.at);
  const failure = signal<Failure | undefined>(undefined);
  const misses = signal(0);
  let timer = 0;
  let round = 0;
  let isOver = false;

  const plan = () => {
    clearTimeout(timer);
    const pause = every();
    if (isOver || paused.peek() || pause === undefined || failure.peek()?.kind === 'refusal') return;
    timer = setTimeout(() => void look(), document.hidden ? Math.max(slowest, pause) : pause);
  };
  const look = async () => {
    clearTimeout(timer);
    round += 1;
    const mine = round;
    const begun = Date.now();
    const reply = await ask()();
    if (isOver || mine !== round) return;
    if (reply.kind === 'answer') {
      [value.value, at.value, failure.value, misses.value] = [reply.value, begun, undefined, 0];
      remember(key, reply.value, begun);
    } else if (reply.kind === 'refusal' && reply.status === 401) sessionIsOver();
    else [failure.value, misses.value] = [reply, misses.peek() + 1];
    plan();
  };
  const stop = () => {
    isOver = true;
    clearTimeout(timer);
  };
  return { value, at, every, failure, misses, plan, refresh: () => void look(), stop };
};

/** The latest of something; while another look fails, what was seen stays. */
export interface Live<T> {
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
  readonly isStale: boolean;
  readonly refresh: () => void;
}

/**
 * Looks at once and then again and again, slower while the page is hidden. Another `key` is another thing: what is known of it is
 * shown until the answer comes. Without `every` it looks once.
 */
export const useLive = <T,>(key: string, ask: Ask<T>, every: number | undefined): Live<T> => {
  const latest = useRef({ ask, every });
  latest.current = { ask, every };
  const fullKey = `${tenantInView.value ?? ''} ${key}`;
  const watched = useMemo(() => watch(fullKey, () => latest.current.ask, () => latest.current.every), [fullKey]);
  useEffect(() => watched.plan(), [watched, every]);
  useEffect(() => follow(watched), [watched]);
  return { value: watched.value.value, failure: watched.failure.value, isStale: watched.misses.value >= STALE_AFTER, refresh: watched.refresh };
};

/** Looks now, whenever the language changes, and whenever the reader comes back. */
const follow = (watched: ReturnType<typeof watch>) => {
  sources.value = [...sources.peek(), watched];
  const onReturn = () => {
    if (!document.hidden) watched.refresh();
  };
  document.addEventListener('visibilitychange', onReturn);
  const ended = effect(() => {
    if (languageNow.value && !paused.value) watched.refresh();
  });
  return () => {
    watched.stop();
    ended();
    document.removeEventListener('visibilitychange', onReturn);
    sources.value = sources.peek().filter((each) => each !== watched);
  };
};
