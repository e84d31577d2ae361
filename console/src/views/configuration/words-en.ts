import type { ConfigurationWords } from './words.ts';

/** The texts of the configuration in English. */
export const en: ConfigurationWords = {
  title: 'Configuration',
  lead: 'What can be changed of each process while it runs; a change counts for the runs that begin after it.',
  back: 'Back to the configuration',
  none: 'There is no process',
  columns: { process: 'Process', state: 'State', priority: 'Priority', version: 'Version', changed: 'Last change' },
  enabled: 'Enabled',
  paused: 'Paused',
  never: 'never changed',
  priorities: { low: 'Low', medium: 'Medium', high: 'High' },
  version: (slots) => `Version ${slots.version}`,
  pause: { name: 'Pause the process', effect: 'Events wait from now on and none is lost; runs in flight are not touched.', requested: 'The process is paused.' },
  resume: { name: 'Resume the process', effect: 'The runs that wait begin at once, each exactly once.', requested: 'The process is resumed.' },
  settings: {
    title: 'What can be changed', name: 'Setting', value: 'Value', standard: 'Default', changed: 'Changed by', byDefault: 'default',
    names: { compensationEnabled: 'Compensate failures', deadline: 'Deadline (seconds)', enabled: 'Enabled' },
    hints: {
      compensationEnabled: 'Off: when a required step fails for good nothing is undone, and the run waits for a person.',
      deadline: 'When a run has not ended by then, the reconciler steps in.',
    },
    bestEffort: (slots) => `Run: ${slots.step}`,
    bestEffortHint: 'A best-effort step; off skips it.',
    on: 'on', off: 'off',
    seconds: (slots) => `${slots.value} s`,
    notANumber: 'Give whole seconds, at least 1.',
  },
  difference: {
    title: 'Not saved yet', from: 'Was', to: 'Becomes', discard: 'Discard', one: (slots) => `${slots.name}: ${slots.from} → ${slots.to}`,
    inFlight: (slots) => (slots.count === 1
      ? '1 run is in flight and keeps what held when it began; the new values count for the runs after it.'
      : `${slots.count} runs are in flight and keep what held when they began; the new values count for the runs after them.`),
  },
  save: { name: 'Save the change', requested: 'Saved.', effect: (slots) => `${slots.changes}. It counts for the runs that begin after it; an earlier version can be restored.`, stale: 'Somebody has just changed the configuration. The latest is loaded; look at it before you save.' },
  limits: {
    title: 'Limits set by the deployment', lead: 'These belong to the state machine and are changed by a deployment. Try here whether a value would do.',
    names: { timeout: 'Timeout (seconds)', retryAttempts: 'Retries', retryDelay: 'First retry after (seconds)', backoffRate: 'Backoff rate', parallelTasks: 'In parallel', deadLetterQueue: 'Dead-letter queue', priority: 'Priority' },
    limit: 'Limit', try: 'Try', tryValue: 'Value to try', same: (slots) => `That is the value now: a step that uses up its retries takes ${slots.sum}, within the timeout of ${slots.timeout} s.`, notChecked: 'It could not be checked; try again later.', yes: 'yes', no: 'no',
  },
  history: {
    title: 'History', none: 'Never changed; it is as it was deployed.', reason: 'Reason', now: 'now', change: 'Change',
    restore: {
      name: 'Restore this version', effect: (slots) => `What was set under version ${slots.version} is set again, as a new version. It counts for the runs that begin after it.`, requested: 'Restored.',
    },
    first: 'Version 1: as deployed',
  },
};
