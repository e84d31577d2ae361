import { Aws, Duration, Stack, Validations } from 'aws-cdk-lib/core';
import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import type { Foundation } from '../foundation.ts';
import type { MachineState } from '../machine-states.ts';
import type { Resources, StateMachine as Definition } from '../states-language.ts';
import { everything } from './grants.ts';
import { logicalIdOf } from './logical-id.ts';
import { logs } from './logs.ts';
import { ownService } from './own-service.ts';
import { StepFunction } from './step-function.ts';
import type { DeadLetters } from './watched-queue.ts';

export interface MachineProps {
  readonly name: string;
  readonly workflow: WorkflowDeclaration;
  readonly states: readonly MachineState[];
  readonly definition: (workflow: WorkflowDeclaration, resources: Resources) => Definition;
  readonly failedRuns: DeadLetters;
}

/** A state machine with the functions of its states, each pinned to the version that was deployed with it. */
export class Machine extends Construct {
  readonly stateMachine: StateMachine;
  readonly functions: readonly StepFunction[];

  constructor(scope: Construct, id: string, foundation: Foundation, { name, workflow, states, definition, failedRuns }: MachineProps) {
    super(scope, id);
    const own = { compensations: [workflow.type], runs: [workflow.type] };
    const functions = new Map(states.map(({ state, timeoutS, ...about }) => [state, new StepFunction(this, state, foundation, {
      ...about, service: workflow.type, reach: about.touches.endsExecutions ? everything : own,
      // A second less than the machine waits, so that Lambda's own time-out is what is seen.
      ...(timeoutS !== undefined && { timeout: Duration.seconds(timeoutS - 1) }),
    })]));
    this.functions = [...functions.values()];
    const asl = definition(workflow, {
      partition: Aws.PARTITION, functionArn: (state) => versionArn(functions, state), deadLetterQueueUrl: failedRuns.queueUrl,
    });
    this.stateMachine = new StateMachine(this, 'Machine', {
      stateMachineName: name, comment: workflow.title, stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(Stack.of(this).toJsonString(asl)),
      role: this.role(this.functions, failedRuns), tracingEnabled: true,
      logs: { destination: logs(this, 'Logs', foundation, `/aws/vendedlogs/states/${name}`), level: LogLevel.ALL, includeExecutionData: false },
    });
  }

  /** The versions of its own functions, new ones and those that running executions still call. */
  private role(functions: readonly StepFunction[], failedRuns: DeadLetters): Role {
    const role = new Role(this, 'Role', { assumedBy: ownService(this, 'states', 'stateMachine:*') });
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
}

function versionArn(functions: ReadonlyMap<string, StepFunction>, state: string): string {
  const found = functions.get(state);
  if (!found) throw new Error(`the machine asks for a function of the state ${state}, and there is none`);
  return found.currentVersion.functionArn;
}
