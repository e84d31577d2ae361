/** Time as room: in proportion, but for long stretches in which nothing worked, which are folded. */
export interface Span { readonly from: number; readonly to: number }
export interface Fold extends Span { readonly at: number; readonly width: number }
export interface Scale {
  /** Percent of the whole width. */
  readonly place: (time: number) => number;
  readonly folds: readonly Fold[];
}

/** An idle stretch is folded when it is so long, and takes so much of the whole. */
const foldedFrom = 30_000;
const foldedShare = 0.2;
const foldWidth = 5;

const idleIn = ({ from, to }: Span, work: readonly Span[]): readonly Span[] => {
  const idle: Span[] = [];
  let reached = from;
  for (const span of work.toSorted((one, other) => one.from - other.from)) {
    if (span.from > reached) idle.push({ from: reached, to: Math.min(span.from, to) });
    reached = Math.max(reached, span.to);
  }
  return reached < to ? [...idle, { from: reached, to }] : idle;
};

const length = ({ from, to }: Span) => to - from;

export const scaleOf = (whole: Span, work: readonly Span[]): Scale => {
  const folded = idleIn(whole, work).filter((span) => length(span) >= foldedFrom && length(span) >= foldedShare * length(whole));
  const shown = Math.max(1, length(whole) - folded.reduce((sum, span) => sum + length(span), 0));
  const room = 100 - foldWidth * folded.length;
  const place = (time: number): number => {
    const inside = Math.min(Math.max(time, whole.from), whole.to);
    const before = folded.filter(({ to }) => to <= inside);
    const within = folded.find(({ from, to }) => from < inside && inside < to);
    const skipped = before.reduce((sum, span) => sum + length(span), 0);
    const lost = within ? inside - within.from : 0;
    return ((inside - whole.from - skipped - lost) / shown) * room + before.length * foldWidth + (within ? (lost / length(within)) * foldWidth : 0);
  };
  return { place, folds: folded.map((span) => ({ ...span, at: place(span.from), width: foldWidth })) };
};
