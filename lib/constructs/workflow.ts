import { Duration } from 'aws-cdk-lib/core';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { Role } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '../../lambdas/domain/events/source.ts';
import { compensates, type WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { compensationDefinition } from '../compensation-definition.ts';
import type { Foundation } from '../foundation.ts';
import { machineDefinition } from '../machine-definition.ts';
import { compensationStates, forwardStates } from '../machine-states.ts';
import { machineName } from '../stage.ts';
import { Machine } from './machine.ts';
import { ownService } from './own-service.ts';
import { WatchedQueue } from './watched-queue.ts';

/** As long and as often as EventBridge tries at all. */
const DELIVERY = { maxEventAge: Duration.hours(24), retryAttempts: 185 };

/** A business process on AWS, from its declaration: its machine, the one that undoes it, the rule that starts it, its two queues. */
export class Workflow extends Construct {
  private readonly workflow: WorkflowDeclaration;
  private readonly foundation: Foundation;

  constructor(scope: Construct, id: string, foundation: Foundation, workflow: WorkflowDeclaration) {
    super(scope, id);
    this.workflow = workflow;
    this.foundation = foundation;
    const common = { workflow, failedRuns: new WatchedQueue(this, 'FailedRuns', foundation, workflow.config.deadLetterQueue) };
    const { stateMachine } = new Machine(this, 'Forward', foundation,
      { ...common, name: machineName(foundation.stage, workflow.type), states: forwardStates(workflow), definition: machineDefinition });
    if (compensates(workflow))
      new Machine(this, 'Compensation', foundation,
        { ...common, name: machineName(foundation.stage, `${workflow.type}-compensation`), states: compensationStates(workflow), definition: compensationDefinition });
    this.startOnEvent(stateMachine);
  }

  private startOnEvent(machine: StateMachine): void {
    const undelivered = new WatchedQueue(this, 'Undelivered', this.foundation, `${this.workflow.type}_undelivered`);
    const role = new Role(this, 'RuleRole', { assumedBy: ownService(this, 'events', 'rule/*') });
    new Rule(this, 'Starts', {
      description: `${this.workflow.startsOn.name} starts ${this.workflow.type}`, eventBus: this.foundation.data.bus,
      eventPattern: { source: [EVENT_SOURCE], detailType: [this.workflow.startsOn.name] },
      targets: [new SfnStateMachine(machine, { role, deadLetterQueue: undelivered, ...DELIVERY })],
    });
  }
}
