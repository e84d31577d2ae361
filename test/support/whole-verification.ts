import type { Store } from '../../lambdas/adapters/store.ts';
import { verifyChunk, type Residue, type ToVerify } from '../../lambdas/erasure/verification.ts';

/** All that is left of somebody, as chunk after chunk finds it. */
export async function residueOf(store: Store, about: ToVerify): Promise<readonly Residue[]> {
  const all: Residue[] = [];
  let checkpoint: string | undefined;
  do {
    const { found, ...chunk } = await verifyChunk(store, about, checkpoint);
    all.push(...found);
    ({ checkpoint } = chunk);
  } while (checkpoint !== undefined);
  return all;
}
