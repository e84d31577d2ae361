import { calledOff, seriesOf, waitingForSomebody, type Counted } from '../../domain/overview.ts';
import { statisticsOf, sumOf, type Counters } from '../../domain/run-statistics.ts';
import { stepsOf, type WorkflowDeclaration } from '../../kit/workflow.ts';
import type { OverviewView } from './routes.ts';

/** Of which types the runs are that try something again, as far as they were looked at. */
export interface Retrying { readonly types: readonly string[]; readonly more: boolean }

interface About { readonly ever: Counters; readonly counted: readonly Counted[]; readonly slots: readonly string[]; readonly retrying: Retrying; readonly enabled: boolean }

/** What is so at this moment comes from all that was ever counted; the rest is of the window. */
export function processLine(workflow: WorkflowDeclaration, { ever, counted, slots, retrying, enabled }: About): OverviewView['processes'][number] {
  const now = statisticsOf(ever, []);
  const within = statisticsOf(sumOf(counted.map(({ counters }) => counters)), stepsOf(workflow).map(({ step }) => step));
  return {
    type: workflow.type, name: workflow.title, priority: workflow.config.priority, enabled,
    inFlight: now.runningWorkflows, retrying: { count: retrying.types.filter((each) => each === workflow.type).length, more: retrying.more && now.runningWorkflows > 0 }, needsPerson: waitingForSomebody(now),
    started: within.totalWorkflows, completed: within.completedWorkflows, completedWithWarnings: within.completedWithWarnings,
    compensated: within.compensatedWorkflows, failed: waitingForSomebody(within), calledOff: calledOff(within),
    p50: within.p50, p95: within.p95, p99: within.p99, averageDuration: within.averageExecutionTime,
    tasks: { ...within.taskSuccessRates }, series: seriesOf(slots, counted),
  };
}
