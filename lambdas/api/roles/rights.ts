import { readAuthorization } from '../../adapters/identity.ts';
import type { Holder } from '../../adapters/role-bindings.ts';
import type { Store } from '../../adapters/store.ts';
import { missingFrom, type Permission } from '../../domain/role.ts';
import type { Caller } from '../../kit/authentication.ts';
import { Problem } from '../../kit/problem.ts';
import type { ProblemKind } from '../../kit/problem-texts.ts';

/** The caller's own rights as they stand now, to be held unchanged in the transaction that uses them: what the pipeline saw may be over by then. */
export async function rightsOf(store: Store, { tenantId, userId }: Pick<Caller, 'tenantId' | 'userId'>): Promise<Holder> {
  const subject = { tenantId, userId };
  const seen = await readAuthorization(store, subject);
  if (seen?.status !== 'active') throw new Problem('unauthenticated');
  return { subject, seen };
}

/**
 * What is given must be the caller's own, and be within what his credential stands for: a key may stand for less than its owner holds.
 * @throws Problem 403 that names what is missing
 */
export const refuseBeyond = ({ permissions }: Pick<Caller, 'permissions'>, pointer: string, given: readonly Permission[], lacking: readonly Permission[]): void =>
  refuseLack('beyond-own-rights', pointer, [...new Set([...lacking, ...missingFrom(permissions, given)])]);

/** @throws Problem of this kind that names what is missing, if anything is */
export function refuseLack(kind: ProblemKind, pointer: string, missing: readonly Permission[]): void {
  if (missing.length === 0) return;
  const names = missing.join(', ');
  throw new Problem(kind, [{ pointer, code: 'not-allowed', explanation: { 'zh-CN': `缺少的权限：${names}`, en: `Missing permissions: ${names}` } }]);
}
