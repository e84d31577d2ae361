import { phaseRecorded } from '../../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { bindingRevoked, noAdministrator, readBindings } from '../../../adapters/role-bindings.ts';
import type { Store, Write } from '../../../adapters/store.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { writeAhead } from '../../../kit/work.ts';
import { requestOf } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

/** A transaction takes a hundred writes, and some are needed besides. */
const AT_ONCE = 80;

/**
 * Every binding is revoked by its version, so that whoever follows up on a grant finds it superseded. No event tells of it: nobody
 * has to be told, and the person least of all. What the bindings gave, another step takes.
 */
export const revokeRoles: StepBody<{ readonly store: Store }> = async ({ run, subject, place, step: part, now }, { store }) => {
  const [request, bindings] = await Promise.all([requestOf(store, run), readBindings(store, subject)]);
  const granted = bindings.filter(({ status }) => status === 'granted');
  const revoked = granted.map((binding) => bindingRevoked(subject, binding, { by: 'system', reason: 'deletion', now }));
  const counted = (status: 'RUNNING' | 'DONE', some: readonly Write[]): readonly Write[] => [phaseRecorded(request, 'access', { status, part, counts: { rolesRevoked: some.length }, now }), ...some];
  const ahead = Math.floor(Math.max(revoked.length - 1, 0) / AT_ONCE) * AT_ONCE;
  for (let from = 0; from < ahead; from += AT_ONCE) await writeAhead(store, place, counted('RUNNING', revoked.slice(from, from + AT_ONCE)));
  return { writes: [...counted('DONE', revoked.slice(ahead)), ...noAdministrator(subject, bindings)] };
};

export const handler = step(userDeletion, 'RevokeRoles', revokeRoles, () => ({ store: dynamodbStore() }));
