import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib/core';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime, Tracing, type CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { TASK_TIMEOUT_S } from '../../lambdas/kit/time-limits.ts';
import type { Touches } from '../../lambdas/kit/touches.ts';
import type { Foundation } from '../foundation.ts';
import { prefixesAcknowledged, settingsFor, statementsFor, type Reachable } from './grants.ts';
import { logs } from './logs.ts';

/** A second less than a state machine waits, so that Lambda's own time-out is what is seen. */
const TIMEOUT = Duration.seconds(TASK_TIMEOUT_S - 1);

export interface StepFunctionProps {
  /** The file that exports the `handler`, from the root of the project. */
  readonly entry: string;
  readonly touches: Touches;
  /** What its log lines call it. */
  readonly service: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** The export that is called, `index.handler` unless told. */
  readonly handler?: string;
  /** What it may start or silence, where it declares that it does. */
  readonly reach?: Reachable;
  /** Processor time comes with memory; more than the default is for what computes. */
  readonly memoryMiB?: number;
  /** A step's, unless told. */
  readonly timeout?: Duration;
}

/** The one way a Lambda is made: small, traced, logged, and with a role that allows what it touches and nothing else. */
export class StepFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, foundation: Foundation, about: StepFunctionProps) {
    const { entry, touches, service, settings, handler = 'index.handler', reach = {}, memoryMiB = 512, timeout = TIMEOUT } = about;
    const { stage, code, data } = foundation;
    const logGroup = logs(scope, `${id}Logs`, foundation, `/aws/lambda/${Stack.of(scope).stackName}-${id}`);
    const role = roleOf(scope, id, logGroup);
    for (const statement of statementsFor(touches, data, reach)) role.addToPolicy(statement);
    const acknowledged = prefixesAcknowledged(stage, touches, reach);
    if (acknowledged.length > 0) Validations.of(role).acknowledge(...acknowledged);
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X, architecture: Architecture.ARM_64, handler, code: code(entry),
      timeout, memorySize: memoryMiB, tracing: Tracing.ACTIVE, role, logGroup,
      environment: { SERVICE_NAME: service, STAGE: stage.name, ...settingsFor(touches, data), ...settings },
      // Executions that run while a new version is deployed go on with theirs.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
      ...(stage.reservedConcurrency !== undefined && { reservedConcurrentExecutions: stage.reservedConcurrency }),
    });
    (this.node.defaultChild as CfnFunction).addMetadata('entry', entry);
  }
}

function roleOf(scope: Construct, id: string, logGroup: LogGroup): Role {
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }));
  Validations.of(role).acknowledge({ id: 'AwsSolutions-IAM5[Resource::*]', reason: 'X-Ray has no resources that its two writing actions could be limited to' });
  return role;
}
