import type { User } from '../../adapters/identity.ts';
import type { RunRecord } from '../../adapters/run-ledger.ts';
import { workflowOf } from '../../workflows/index.ts';

/** The run of a dead letter as it is now, and the account that it is about; none where there is none any more. */
export interface Behind { readonly run: RunRecord; readonly user: Pick<User, 'status'> | undefined }

/** Nothing is done again for somebody who is being erased, or is: a redrive would only close it. What could not be undone may still be. */
export function isLocked({ run, user }: Behind): boolean {
  const { admits, outlivesAccount } = workflowOf(run.type);
  return admits !== 'any subject' && !outlivesAccount && run.status !== 'COMPENSATION_FAILED' && (user === undefined || user.status === 'deleting');
}
