import { wordsOf } from '../../language.tsx';
import type { SystemView } from './selection.ts';

const zhCN = {
  title: '执行',
  views: { needs_a_person: '待人工处理', not_progressing: '没有进展', in_flight: '进行中', failed: '今日失败', all: '全部' } satisfies Record<SystemView, string>,
  viewList: '视图',
  filters: '筛选',
  type: '流程',
  anyType: '所有流程',
  status: '状态',
  anyStatus: '所有状态',
  subject: '用户编号',
  subjectHint: 'usr_…',
  noAddress: '请使用用户编号。邮箱地址不会写入网址。',
  time: '时间',
  times: { any: '不限时间', '1h': '最近 1 小时', '24h': '最近 24 小时', '7d': '最近 7 天' },
  between: (slots: { from: string; to: string }) => `${slots.from} 至 ${slots.to}`,
  open: '此刻',
  start: '最早',
  step: (slots: { step: string }) => `步骤：${slots.step}`,
  error: (slots: { error: string }) => `错误：${slots.error}`,
  remove: (slots: { filter: string }) => `移除筛选：${slots.filter}`,
  clear: '清除筛选',
  columns: { state: '状态', process: '流程与用户', cause: '原因', step: '当前步骤', started: '开始', changed: '最近变化' },
  attempt: (slots: { attempt: number; of: number }) => `第 ${slots.attempt}/${slots.of} 次`,
  retrying: (slots: { attempt: number; of: number }) => `等待重试（${slots.attempt}/${slots.of}）`,
  failedAt: (slots: { step: string }) => `失败于 ${slots.step}`,
  nothingWaits: '目前没有执行需要人工处理',
  about: (slots: { id: string }) => `打开执行 ${slots.id}`,
};

type RunsWords = typeof zhCN;

const en: RunsWords = {
  title: 'Runs',
  views: { needs_a_person: 'Needs a person', not_progressing: 'Not progressing', in_flight: 'In flight', failed: 'Failed today', all: 'All' },
  viewList: 'Views',
  filters: 'Filters',
  type: 'Process',
  anyType: 'Every process',
  status: 'State',
  anyStatus: 'Every state',
  subject: 'User id',
  subjectHint: 'usr_…',
  noAddress: 'Use the id of the user. Mail addresses are not put into the address of a page.',
  time: 'Time',
  times: { any: 'Any time', '1h': 'Last hour', '24h': 'Last 24 hours', '7d': 'Last 7 days' },
  between: (slots) => `${slots.from} to ${slots.to}`,
  open: 'now',
  start: 'the beginning',
  step: (slots) => `Step: ${slots.step}`,
  error: (slots) => `Error: ${slots.error}`,
  remove: (slots) => `Remove the filter ${slots.filter}`,
  clear: 'Clear the filters',
  columns: { state: 'State', process: 'Process and user', cause: 'Cause', step: 'Current step', started: 'Started', changed: 'Last change' },
  attempt: (slots) => `${slots.attempt} of ${slots.of}`,
  retrying: (slots) => `Retrying ${slots.attempt}/${slots.of}`,
  failedAt: (slots) => `Failed at ${slots.step}`,
  nothingWaits: 'No run needs a person',
  about: (slots) => `Open run ${slots.id}`,
};

export const useRunsWords = wordsOf<RunsWords>({ 'zh-CN': zhCN, en });
