import { addressKey } from './identity.ts';
import { anyOf, whenAbsent, type Key, type Store, type Write } from './store.ts';

/**
 * Who asks for a fresh link is heard once a minute, whether or not the address is known: the note is of the address, and
 * written for every one, so that asking costs the same.
 */
const HEARD_EVERY_S = 60;
export type AskedMail = 'VERIFICATION_REQUEST' | 'PASSWORD_RESET_REQUEST';

const requestKey = (what: AskedMail, tenantId: string, blindIndex: string): Key => ({ pk: addressKey(tenantId, blindIndex).pk, sk: what });
const secondsOf = (now: Date): number => Math.floor(now.getTime() / 1000);

export async function askedJustNow(store: Store, what: AskedMail, tenantId: string, blindIndex: string, now: Date): Promise<boolean> {
  const item = await store.get('identity', requestKey(what, tenantId, blindIndex));
  return Number(item?.['expiresAt'] ?? 0) > secondsOf(now);
}

/** Of an address that is nobody's any more. */
export const requestsForgotten = (tenantId: string, blindIndex: string): readonly Write[] =>
  (['VERIFICATION_REQUEST', 'PASSWORD_RESET_REQUEST'] as const).map((what) => ({ table: 'identity', delete: requestKey(what, tenantId, blindIndex) }));

export const requestNoted = (what: AskedMail, tenantId: string, blindIndex: string, now: Date): Write => ({
  table: 'identity', put: { ...requestKey(what, tenantId, blindIndex), expiresAt: secondsOf(now) + HEARD_EVERY_S },
  if: anyOf(whenAbsent, { attribute: 'expiresAt', is: '<=', value: secondsOf(now) }),
});
