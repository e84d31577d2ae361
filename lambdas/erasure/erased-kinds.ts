import type { DeletionPhase } from '../domain/deletion-request.ts';
import type { StoredKind } from './data-inventory.ts';

/** How it is erased, and in which phase. */
export interface Erased { readonly way: 'delete' | 'anonymise' | 'minimise'; readonly phase: DeletionPhase }

/** Undefined for what nobody erases by itself: it stays, or goes with something else. */
export function howErased({ erasure, letsIn }: StoredKind): Erased | undefined {
  if (erasure === 'deleted') return { way: 'delete', phase: letsIn ? 'access' : 'personal_data' };
  if (erasure === 'anonymised') return { way: 'anonymise', phase: 'business_data' };
  return erasure === 'minimised' ? { way: 'minimise', phase: 'audit' } : undefined;
}
