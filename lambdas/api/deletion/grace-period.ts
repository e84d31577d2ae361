import { DEFAULT_GRACE_S, longestGraceS } from '../../domain/deletion-request.ts';
import type { Privacy } from '../../domain/tenant.ts';
import { Problem } from '../../kit/problem.ts';

/**
 * In seconds. Where nobody says anything a few days, or as many as the tenant wants at least, and never so long that the due date could not be kept.
 * @throws Problem 400 for less than the tenant wants, and for more than the due date leaves
 */
export function gracePeriodOf(asked: number | undefined, { minimumGracePeriodSeconds: least }: Privacy, now: Date, due: Date): number {
  const most = Math.max(least, longestGraceS(now, due));
  if (asked === undefined) return Math.min(Math.max(least, DEFAULT_GRACE_S), most);
  if (asked < least) throw refused('too-small', { 'zh-CN': `该租户的宽限期至少为 ${least} 秒。`, en: `This tenant has a grace period of at least ${least} seconds.` });
  if (asked > most) throw refused('too-big', { 'zh-CN': `为遵守法定期限，宽限期最长为 ${most} 秒。`, en: `So that the due date can be kept it may be ${most} seconds at the most.` });
  return asked;
}

const refused = (code: 'too-small' | 'too-big', explanation: Readonly<Record<'zh-CN' | 'en', string>>): Problem =>
  new Problem('invalid-request', [{ pointer: '/gracePeriodSeconds', code, explanation }]);
