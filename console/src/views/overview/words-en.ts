import type { OverviewWords } from './words.ts';

export const en: OverviewWords = {
  title: 'Overview',
  window: 'Time window',
  windows: { '1h': '1 hour', '24h': '24 hours', '7d': '7 days' },
  person: {
    title: 'Needs a person', none: 'Nothing needs a person', parkedRuns: 'Parked runs', parkedSteps: 'Parked steps', compensationFailed: 'Compensation failed', deadLetters: 'Dead letters',
    deletionsDueSoon: 'Deletions due within 7 days', deletionsOverdue: 'Deletions overdue', oldest: 'Waiting longest', about: (slots) => slots.text,
  },
  processes: {
    title: 'Processes', process: 'Process', inFlight: 'In flight', retrying: 'Retrying', failed: 'Failed', p95: 'p95', series: 'Trend', paused: 'Paused',
    trend: (slots) => `${slots.started} started, ${slots.failed} failed`,
  },
  causes: { title: 'Top causes', none: 'No failure waits for anybody', since: 'First' },
  sum: {
    title: 'Balance', accepted: 'Accepted', ended: 'Ended', inFlight: 'In flight', ok: 'Everything is accounted for',
    gap: (slots) => `${slots.count} not accounted for`, note: 'Over all time.',
  },
  charts: {
    throughput: 'Throughput', durations: 'Durations', started: 'Started', completed: 'Completed', completedWithWarnings: 'With warnings', compensated: 'Compensated', failed: 'Failed', inFlight: 'In flight',
    summary: (slots) => `${slots.started} started, ${slots.failed} failed. Click a slot for its runs.`, empty: 'No runs in this window',
  },
  tasks: { title: 'Success rate of steps', step: 'Step', rate: 'Success', started: 'Started', failed: 'Failed', retried: 'Retried', average: 'Average', none: 'No step was run in this window' },
  pulse: { title: 'Reconciler', last: 'Last pass', looked: 'Looked at', repaired: 'Repaired', silent: 'The reconciler is silent', never: 'The reconciler has not come yet', fine: 'On time' },
};
