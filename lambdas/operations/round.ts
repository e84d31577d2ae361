const AT_ONCE = 8;

/** A few side by side, as long as there is time: what is not come to is first in the next round. `until` is a time in milliseconds. */
export async function eachInTime<Of, Outcome>(all: readonly Of[], until: number, deal: (each: Of) => Promise<Outcome>): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < all.length && Date.now() < until; at += AT_ONCE) outcomes.push(...await Promise.all(all.slice(at, at + AT_ONCE).map(deal)));
  return outcomes;
}

/** What came of a round, and how often. */
export const countsOf = (outcomes: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(Object.groupBy(outcomes, (outcome) => outcome)).map(([outcome, each = []]) => [outcome, each.length]));
