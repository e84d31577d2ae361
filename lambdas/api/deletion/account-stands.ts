import { userKey, type Subject, type User } from '../../adapters/identity.ts';
import { allOf, asRead, equal, type Write } from '../../adapters/store.ts';

/** In the state in which it was read, and with the same deletion or none. */
export const accountStands = (subject: Subject, { status, deletionRequestId }: User): Write =>
  ({ table: 'identity', check: userKey(subject), if: allOf(equal('status', status), asRead('deletionRequestId', deletionRequestId)) });
