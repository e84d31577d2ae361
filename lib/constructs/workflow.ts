import { Duration } from 'aws-cdk-lib/core';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { Role } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { undeliveredQueue } from '../../lambdas/domain/dead-letter.ts';
import { EVENT_SOURCE } from '../../lambdas/domain/events/source.ts';
import { compensates, type WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { compensationDefinition } from '../compensation-definition.ts';
import type { Foundation } from '../foundation.ts';
import { machineDefinition } from '../machine-definition.ts';
import { compensationStates, forwardStates } from '../machine-states.ts';
import { machineName } from '../stage.ts';
import { Machine } from './machine.ts';
import { ownService } from './own-service.ts';
import { ProcessAlarms } from './process-alarms.ts';
import { ProcessDashboard } from './process-dashboard.ts';
import { SharedQueue, WatchedQueue } from './watched-queue.ts';

/** As long and as often as EventBridge tries at all. */
const DELIVERY = { maxEventAge: Duration.hours(24), retryAttempts: 185 };

/** A business process on AWS, from its declaration: its machine, the one that undoes it, the rule that starts it, its two queues, and what watches it all. */
export class Workflow extends Construct {
  private readonly workflow: WorkflowDeclaration;
  private readonly foundation: Foundation;

  /** `sharesQueue`: the queue of its failed runs is another process's, which made it. */
  constructor(scope: Construct, id: string, foundation: Foundation, workflow: WorkflowDeclaration, sharesQueue: boolean) {
    super(scope, id);
    this.workflow = workflow;
    this.foundation = foundation;
    const { deadLetterQueue } = workflow.config;
    const failedRuns = sharesQueue ? new SharedQueue(this, 'FailedRuns', foundation, deadLetterQueue) : this.queue('FailedRuns', deadLetterQueue);
    const common = { workflow, failedRuns };
    const forward = new Machine(this, 'Forward', foundation,
      { ...common, name: machineName(foundation.stage, workflow.type), states: forwardStates(workflow), definition: machineDefinition });
    const backward = compensates(workflow)
      ? new Machine(this, 'Compensation', foundation,
        { ...common, name: machineName(foundation.stage, `${workflow.type}-compensation`), states: compensationStates(workflow), definition: compensationDefinition })
      : undefined;
    const undelivered = this.queue('Undelivered', undeliveredQueue(workflow.type));
    this.startOnEvent(forward.stateMachine, undelivered);
    const { all: alarms } = new ProcessAlarms(this, 'Alarms', foundation, workflow);
    new ProcessDashboard(this, 'Dashboard', foundation, { workflow, machines: backward ? [forward, backward] : [forward], queues: [failedRuns, undelivered], alarms });
  }

  private queue(id: string, name: string): WatchedQueue {
    return new WatchedQueue(this, id, this.foundation, name, this.workflow.config.priority);
  }

  private startOnEvent(machine: StateMachine, undelivered: WatchedQueue): void {
    const role = new Role(this, 'RuleRole', { assumedBy: ownService(this, 'events', 'rule/*') });
    new Rule(this, 'Starts', {
      description: `${this.workflow.startsOn.name} starts ${this.workflow.type}`, eventBus: this.foundation.data.bus,
      eventPattern: { source: [EVENT_SOURCE], detailType: [this.workflow.startsOn.name] },
      targets: [new SfnStateMachine(machine, { role, deadLetterQueue: undelivered, ...DELIVERY })],
    });
  }
}
