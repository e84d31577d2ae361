import { pendingIndex, unclaimedIndex } from '../../lambdas/adapters/event-store.ts';
import { peopleIndex } from '../../lambdas/adapters/people.ts';
import { runsInState, runsOfTenant } from '../../lambdas/adapters/run-ledger.ts';
import type { TableName } from '../../lambdas/adapters/store.ts';
import { watchIndex } from '../../lambdas/adapters/watch.ts';

export interface IndexShape { readonly name: string; readonly pk: string; readonly sk: string; readonly holds: 'keys' | 'all' }

/** The tables as the stack makes them: every key is pk and sk, and these are the indexes. */
export const tables: Readonly<Record<TableName, { readonly indexes: readonly IndexShape[] }>> = {
  identity: { indexes: [{ ...peopleIndex, holds: 'keys' }, { ...watchIndex, holds: 'keys' }] },
  keys: { indexes: [] },
  events: { indexes: [{ ...pendingIndex, holds: 'keys' }, { ...unclaimedIndex, holds: 'keys' }] },
  ledger: { indexes: [{ ...runsOfTenant, holds: 'all' }, { ...runsInState, holds: 'keys' }, { ...watchIndex, holds: 'keys' }] },
  audit: { indexes: [] },
  erasures: { indexes: [] },
};
export const tableNames = Object.keys(tables) as readonly TableName[];
