import { Aws, Duration, Stack, Validations } from 'aws-cdk-lib/core';
import { Rule, type IEventBus } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '../../lambdas/domain/events/source.ts';
import { claimTouches, completeTouches, parkTouches, stepTouches } from '../../lambdas/kit/engine-touches.ts';
import type { Touches } from '../../lambdas/kit/touches.ts';
import { stepsOf, type WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { completeEntry, operationEntry, stepEntry } from '../entry-points.ts';
import type { Foundation } from '../foundation.ts';
import { machineDefinition } from '../machine-definition.ts';
import { logicalIdOf } from './logical-id.ts';
import { logs } from './logs.ts';
import { StepFunction } from './step-function.ts';
import { WatchedQueue } from './watched-queue.ts';

/** As long and as often as EventBridge tries at all. */
const DELIVERY = { maxEventAge: Duration.hours(24), retryAttempts: 185 };

interface MachineState { readonly state: string; readonly entry: string; readonly touches: Touches }

/** Every state of the machine that is a function; the undos of a compensation would be further ones. */
const functionStates = (workflow: WorkflowDeclaration): readonly MachineState[] => [
  { state: 'Claim', entry: operationEntry('claim-run'), touches: claimTouches },
  ...stepsOf(workflow).map((step) => ({ state: step.step, entry: stepEntry(workflow, step), touches: stepTouches(step) })),
  { state: 'Complete', entry: completeEntry(workflow), touches: completeTouches(workflow) },
  { state: 'Park', entry: operationEntry('park-run'), touches: parkTouches },
];

/** A business process on AWS, from its declaration: functions, machine, the rule that starts it, and its two queues. */
export class Workflow extends Construct {
  private readonly workflow: WorkflowDeclaration;
  private readonly foundation: Foundation;

  constructor(scope: Construct, id: string, foundation: Foundation, workflow: WorkflowDeclaration) {
    super(scope, id);
    this.workflow = workflow;
    this.foundation = foundation;
    const functions = new Map(functionStates(workflow).map(({ state, entry, touches }) =>
      [state, new StepFunction(this, state, foundation, { entry, touches, service: workflow.type })]));
    const failedRuns = new WatchedQueue(this, 'FailedRuns', foundation, workflow.config.deadLetterQueue);
    this.startOnEvent(foundation.data.bus, this.machine(functions, failedRuns));
  }

  private machine(functions: ReadonlyMap<string, StepFunction>, failedRuns: WatchedQueue): StateMachine {
    const definition = machineDefinition(this.workflow, {
      partition: Aws.PARTITION, functionArn: (state) => versionArn(functions, state), deadLetterQueueUrl: failedRuns.queueUrl,
    });
    return new StateMachine(this, 'Machine', {
      stateMachineName: `bpp-${this.foundation.stage.name}-${this.workflow.type}`, comment: this.workflow.title, stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(Stack.of(this).toJsonString(definition)),
      role: this.machineRole([...functions.values()], failedRuns), tracingEnabled: true,
      logs: { destination: logs(this, 'MachineLogs', this.foundation, `/aws/vendedlogs/states/${Stack.of(this).stackName}`), level: LogLevel.ALL, includeExecutionData: false },
    });
  }

  /** The versions of its own functions, new ones and those that running executions still call. */
  private machineRole(functions: readonly StepFunction[], failedRuns: WatchedQueue): Role {
    const role = new Role(this, 'MachineRole', { assumedBy: ownService(this, 'states', 'stateMachine:*') });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: functions.map(({ functionArn }) => `${functionArn}:*`) }));
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [failedRuns.queueArn] }));
    Validations.of(role).acknowledge(
      { id: 'AwsSolutions-IAM5[Resource::*]', reason: 'The actions of log delivery and of X-Ray know no resources' },
      ...functions.map((each) => ({
        id: `AwsSolutions-IAM5[Resource::<${logicalIdOf(each)}.Arn>:*]`,
        reason: 'Versions of this very function: running executions stay with the one they began with',
      })));
    return role;
  }

  private startOnEvent(eventBus: IEventBus, machine: StateMachine): void {
    const undelivered = new WatchedQueue(this, 'Undelivered', this.foundation, `${this.workflow.type}_undelivered`);
    const role = new Role(this, 'RuleRole', { assumedBy: ownService(this, 'events', 'rule/*') });
    new Rule(this, 'Starts', {
      description: `${this.workflow.startsOn.name} starts ${this.workflow.type}`, eventBus,
      eventPattern: { source: [EVENT_SOURCE], detailType: [this.workflow.startsOn.name] },
      targets: [new SfnStateMachine(machine, { role, deadLetterQueue: undelivered, ...DELIVERY })],
    });
  }
}

function versionArn(functions: ReadonlyMap<string, StepFunction>, state: string): string {
  const found = functions.get(state);
  if (!found) throw new Error(`the machine asks for a function of the state ${state}, and there is none`);
  return found.currentVersion.functionArn;
}

/** Assumed by this service on behalf of our own account, not of whoever else it works for. */
const ownService = (scope: Construct, service: 'states' | 'events', resource: string): ServicePrincipal => new ServicePrincipal(`${service}.amazonaws.com`, {
  conditions: {
    StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
    ArnLike: { 'aws:SourceArn': `${Stack.of(scope).formatArn({ service, resource: '' })}${resource}` },
  },
});
