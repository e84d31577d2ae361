import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readAuthorization } from '../../adapters/identity.ts';
import type { Store } from '../../adapters/store.ts';
import { effectiveAt, orphansOf } from '../../domain/role.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { listOrphanedPermissions } from './routes.ts';

/** Normally there are none, or those of a role that has ended by itself since the last change. */
export const handler = endpoint(listOrphanedPermissions, async ({ params, caller, now }, { store }: { store: Store }) => {
  const seen = await readAuthorization(store, { tenantId: caller.tenantId, userId: params.id });
  if (!seen) throw new Problem('not-found');
  return { status: 200, body: { orphans: orphansOf(seen, now), remaining: effectiveAt(seen, now), permissionEpoch: seen.permissionEpoch } };
}, () => ({ store: dynamodbStore() }));
