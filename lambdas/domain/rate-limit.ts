import { isIPv6 } from 'node:net';
import * as z from 'zod/mini';

/** What is counted, against whom, so that guessing and flooding end while everybody else goes on. */
export const rateLimitNames = [
  /** Of one address, from one network: whoever guesses from elsewhere shuts nobody out. */
  'loginFailuresPerAccount',
  'loginFailuresPerSource', 'registrationsPerSource', 'verificationMailsPerAddress', 'passwordResetsPerAddress',
] as const;
export type RateLimitName = (typeof rateLimitNames)[number];

export const rateLimit = z.object({ times: z.number(), withinS: z.number() });
export type RateLimit = z.infer<typeof rateLimit>;
export type RateLimits = Readonly<Record<RateLimitName, RateLimit>>;

/** Windows of a clock: which one a moment falls into, and in how many seconds the next one begins. */
export function windowAt({ withinS }: RateLimit, now: Date): { readonly window: number; readonly endsAt: number; readonly endsInS: number } {
  const seconds = Math.floor(now.getTime() / 1000);
  const window = Math.floor(seconds / withinS);
  const endsAt = (window + 1) * withinS;
  return { window, endsAt, endsInS: endsAt - seconds };
}

const GROUPS = 8;
const GROUPS_OF_A_NETWORK = 4;

const groupsOf = (part = ''): readonly string[] => part.split(':').filter((group) => group !== '');

/** From where a request comes: an address, of IPv6 the network of 64 bits, in which everybody has as many addresses as he likes. */
export function sourceOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head, tail] = new URL(`http://[${plain.replace(/%.*/, '')}]`).hostname.slice(1, -1).split('::').map(groupsOf);
  const [before, after] = [head ?? [], tail ?? []];
  return [...before, ...Array.from({ length: GROUPS - before.length - after.length }, () => '0'), ...after].slice(0, GROUPS_OF_A_NETWORK).join(':');
}
