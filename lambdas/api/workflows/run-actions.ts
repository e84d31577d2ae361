import type { RunRecord } from '../../adapters/run-ledger.ts';
import type { Work } from '../../adapters/run-work.ts';
import type { Language } from '../../domain/language.ts';
import { isInFlight, isStoppable } from '../../domain/run.ts';
import type { Caller } from '../../kit/authentication.ts';
import { workflowOf } from '../../workflows/index.ts';
import { runActions, type ActionView, type obstacles } from './run-schemas.ts';

type Obstacle = (typeof obstacles)[number];
type Action = (typeof runActions)[number];

const reasons: Readonly<Record<Language, Readonly<Record<Obstacle, string>>>> = {
  'zh-CN': {
    'not permitted': '您没有 workflows:manage 权限，请联系租户管理员。', 'nothing failed': '没有失败或待人工处理的步骤可以重试。', 'has ended': '此次执行已结束。',
    'cannot be stopped': '删除一旦开始便不能停止。', 'undo goes on': '正在补偿，结束后才能操作。', 'nothing to skip': '没有失败的补偿可以跳过。',
  },
  en: {
    'not permitted': 'You lack the permission workflows:manage. Ask an administrator of your tenant.', 'nothing failed': 'No step has failed or is parked, so there is nothing to retry.',
    'has ended': 'The run has ended.', 'cannot be stopped': 'A deletion that has begun cannot be stopped.', 'undo goes on': 'It is being undone; wait until that has ended.',
    'nothing to skip': 'No undo has failed, so there is none to skip.',
  },
};

/** Every action there is, in the order in which they are offered. */
export const actionsOn = (run: RunRecord, work: Pick<Work, 'steps'>, { permissions }: Pick<Caller, 'permissions'>, language: Language): readonly ActionView[] =>
  runActions.map((action) => {
    const obstacle = permissions.includes('workflows:manage') ? obstacleTo[action](run, work) : 'not permitted';
    return obstacle ? { action, allowed: false, obstacle, reason: reasons[language][obstacle] } : { action, allowed: true };
  });

/** Something of it failed that an operator can take up. */
export const waitsForOperator = ({ status }: RunRecord, { steps }: Pick<Work, 'steps'>): boolean =>
  status === 'PARKED' || status === 'COMPENSATION_FAILED' || (status === 'COMPLETED_WITH_WARNINGS' && steps.some((step) => step.status === 'PARKED'));

const obstacleTo: Readonly<Record<Action, (run: RunRecord, work: Pick<Work, 'steps'>) => Obstacle | undefined>> = {
  retry: (run, work) => {
    if (waitsForOperator(run, work)) return undefined;
    return run.status === 'COMPENSATING' ? 'undo goes on' : 'nothing failed';
  },
  stop: (run) => {
    if (run.status === 'COMPENSATING' || run.status === 'TIMED_OUT') return 'undo goes on';
    if (!isStoppable(run)) return isInFlight(run.status) ? 'cannot be stopped' : 'has ended';
    return workflowOf(run.type).outlivesAccount ? 'cannot be stopped' : undefined;
  },
  skip: (run) => (run.status === 'COMPENSATION_FAILED' ? undefined : run.status === 'COMPENSATING' ? 'undo goes on' : 'nothing to skip'),
};
