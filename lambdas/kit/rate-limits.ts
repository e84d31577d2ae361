import * as z from 'zod/mini';
import { countedBack, countedOnce } from '../adapters/rate-counters.ts';
import type { Store } from '../adapters/store.ts';
import type { Vault } from '../adapters/vault.ts';
import { rateLimit, rateLimitNames, windowAt, type RateLimitName } from '../domain/rate-limit.ts';
import { Problem } from './problem.ts';
import type { Route } from './route.ts';
import { requiredSetting } from './settings.ts';

const limits = z.record(z.enum(rateLimitNames), rateLimit);
interface Ports { readonly store: Store; readonly vault: Vault }

/** Against whom it counts: the words are kept as a keyed hash only, which nobody without the tenant's key can guess back. */
export interface Counted { readonly tenantId: string; readonly about: readonly string[] }

/**
 * Counts towards a limit of the stage, before the work that it limits, so that many at once do not slip through. Answers how to
 * take it back.
 * @throws Problem 429 that says when to come again
 */
export async function countTowards(
  { rateLimits }: Pick<Route, 'rateLimits'>, name: RateLimitName, { store, vault }: Ports, { tenantId, about }: Counted, now: Date,
): Promise<() => Promise<void>> {
  if (!rateLimits?.includes(name)) throw new Error(`the route does not declare the limit ${name}`);
  const limit = limits.parse(JSON.parse(requiredSetting('RATE_LIMITS')))[name];
  const { window, endsAt, endsInS } = windowAt(limit, now);
  const hash = await vault.fingerprint(tenantId, JSON.stringify(['rate', name, window, ...about]));
  if (hash === undefined) throw new Error('there is no such tenant to count in');
  if (!(await countedOnce(store, tenantId, hash, { times: limit.times, endsAt }))) throw new Problem('too-many-requests', [], endsInS);
  return () => countedBack(store, tenantId, hash);
}
