import * as z from 'zod/mini';
import { PLATFORM } from '../domain/tenant.ts';
import type { Key, Store, Write } from './store.ts';

/** When the reconciler was here last, and what it saw: one that is silent shows by it. */
const pulseKey: Key = { pk: `TENANT#${PLATFORM}#PULSE`, sk: 'RECONCILER' };
const pulseItem = z.object({ at: z.string(), looked: z.number(), repaired: z.number(), lagSeconds: z.number() });
export type Pulse = z.infer<typeof pulseItem>;

export const pulseBeaten = (pulse: Pulse): Write => ({ table: 'ledger', put: { ...pulseKey, ...pulse } });

export async function readPulse(store: Store): Promise<Pulse | undefined> {
  const item = await store.get('ledger', pulseKey);
  return item && pulseItem.parse(item);
}
