import type { User } from '../../adapters/identity.ts';
import type { RunRecord } from '../../adapters/run-ledger.ts';
import { mayGoOn } from '../../operations/admission.ts';
import { workflowOf } from '../../workflows/index.ts';

/** The run of a dead letter as it is now, and the account that it is about; none where there is none any more. */
export interface Behind { readonly run: RunRecord; readonly user: Pick<User, 'status'> | undefined }

/** Whoever redrives it would only close it: the account is gone or about to go. What could not be undone may still be. */
export const isLocked = ({ run, user }: Behind): boolean => run.status !== 'COMPENSATION_FAILED' && !mayGoOn(workflowOf(run.type), { ...run.data, ...run.input }, user);
