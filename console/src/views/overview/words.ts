import { wordsOf } from '../../language.tsx';
import { en } from './words-en.ts';

export const zhCN = {
  title: '概览',
  window: '时间范围',
  windows: { '1h': '1 小时', '24h': '24 小时', '7d': '7 天' },
  person: {
    title: '待人工处理', none: '目前没有需要人工处理的事项', parkedRuns: '待人工处理的执行', parkedSteps: '待人工处理的步骤', compensationFailed: '补偿失败', deadLetters: '死信',
    deletionsDueSoon: '7 天内到期的删除', deletionsOverdue: '逾期的删除', oldest: '等待最久', about: (slots: { text: string }) => slots.text,
  },
  processes: {
    title: '流程', process: '流程', inFlight: '进行中', retrying: '等待重试', failed: '失败', p95: 'p95', series: '趋势', paused: '已暂停',
    trend: (slots: { started: number; failed: number }) => `开始 ${slots.started}，失败 ${slots.failed}`,
  },
  causes: { title: '主要原因', none: '没有待处理的失败', since: '最早' },
  sum: {
    title: '数量核对', accepted: '已接收', ended: '已结束', inFlight: '进行中', ok: '全部有着落',
    gap: (slots: { count: number }) => `有 ${slots.count} 项去向不明`, note: '统计全部时间。',
  },
  charts: {
    throughput: '吞吐量', durations: '耗时', started: '开始', completed: '已完成', completedWithWarnings: '有警告', compensated: '已补偿', failed: '失败', inFlight: '进行中',
    summary: (slots: { started: number; failed: number }) => `开始 ${slots.started} 次，失败 ${slots.failed} 次。点击某一时段可查看其中的执行。`, empty: '这段时间内没有执行',
  },
  tasks: { title: '步骤成功率', step: '步骤', rate: '成功率', started: '开始', failed: '失败', retried: '重试', average: '平均耗时', none: '这段时间内没有步骤执行' },
  pulse: { title: '协调器', last: '上次检查', looked: '检查', repaired: '修复', silent: '协调器没有响应', never: '协调器尚未运行', fine: '正常' },
};

export type OverviewWords = typeof zhCN;

export const useOverviewWords = wordsOf<OverviewWords>({ 'zh-CN': zhCN, en });
