import { wordsOf } from '../language.tsx';
import type { KnownState } from './families.ts';

type StateWords = Readonly<Record<KnownState, string>>;

const zhCN: StateWords = {
  RUNNING: '执行中', STARTED: '执行中', WAITING: '等待中', RETRYING: '等待重试', TIMED_OUT: '已超时', COMPLETED: '已完成', DONE: '已完成',
  COMPLETED_WITH_WARNINGS: '已完成，有警告', COMPENSATING: '补偿中', COMPENSATED: '已补偿', UNDONE: '已补偿', COMPENSATION_FAILED: '补偿失败',
  PARKED: '待人工处理', FAILED: '失败', FENCED: '已让位', CANCELLED: '已取消', SKIPPED: '已跳过', VOID: '不再执行', NOT_STARTED: '未开始',
};

const en: StateWords = {
  RUNNING: 'Running', STARTED: 'Running', WAITING: 'Waiting', RETRYING: 'Retrying', TIMED_OUT: 'Timed out', COMPLETED: 'Completed', DONE: 'Done',
  COMPLETED_WITH_WARNINGS: 'Completed with warnings', COMPENSATING: 'Compensating', COMPENSATED: 'Compensated', UNDONE: 'Undone',
  COMPENSATION_FAILED: 'Compensation failed', PARKED: 'Parked', FAILED: 'Failed', FENCED: 'Superseded', CANCELLED: 'Cancelled', SKIPPED: 'Skipped',
  VOID: 'Not run any more', NOT_STARTED: 'Not started',
};

export const useStateWords = wordsOf<StateWords>({ 'zh-CN': zhCN, en });
