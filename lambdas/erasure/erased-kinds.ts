import type { DeletionPhase } from '../domain/deletion-request.ts';
import type { StoredKind } from './data-inventory.ts';

/** In which phase goes what is erased so; whatever lets somebody in goes before, and is looked for once more there. */
export const phaseOfWay = { delete: 'personal_data', anonymise: 'business_data', minimise: 'audit' } as const satisfies Readonly<Record<string, DeletionPhase>>;

/** How it is erased, and in which phase. */
export interface Erased { readonly way: keyof typeof phaseOfWay; readonly phase: DeletionPhase }

/** Undefined for what nobody erases by itself: it stays, or goes with something else. */
export function howErased({ erasure, letsIn }: StoredKind): Erased | undefined {
  if (erasure === 'deleted') return { way: 'delete', phase: letsIn ? 'access' : phaseOfWay.delete };
  if (erasure === 'anonymised') return { way: 'anonymise', phase: phaseOfWay.anonymise };
  return erasure === 'minimised' ? { way: 'minimise', phase: phaseOfWay.minimise } : undefined;
}
