import { Tags, type App } from 'aws-cdk-lib/core';
import { routes as declaredRoutes } from '../lambdas/api/index.ts';
import type { Route } from '../lambdas/kit/route.ts';
import type { WorkflowDeclaration } from '../lambdas/kit/workflow.ts';
import { onStage } from '../lambdas/workflows/environments.ts';
import { workflows as declaredWorkflows } from '../lambdas/workflows/index.ts';
import type { CodeOf } from './bundle.ts';
import { dashed } from './entry-points.ts';
import type { Foundation } from './foundation.ts';
import { AlarmsStack } from './stacks/alarms.ts';
import { ApiStack, RoutesStack } from './stacks/api.ts';
import { ConsoleStack } from './stacks/console.ts';
import { DataStack } from './stacks/data.ts';
import { OperationsStack } from './stacks/operations.ts';
import { ProcessStack } from './stacks/process.ts';
import type { Stage } from './stage.ts';

/** What was built before and is deployed now. */
export interface Built {
  readonly code: CodeOf;
  /** The folder of the console's files; a stage without web hosting needs none. */
  readonly consoleDirectory: string;
  readonly version: string;
}

/** All stacks of one stage: data, where alarms go, what keeps it flowing, one stack per process, one per group of endpoints, the console. */
export function addPlatform(
  app: App, stage: Stage, built: Built, workflows: readonly WorkflowDeclaration[] = declaredWorkflows, routes: readonly Route[] = declaredRoutes,
): void {
  Tags.of(app).add('application', 'business-process-platform');
  Tags.of(app).add('stage', stage.name);
  const env = { region: stage.region };
  const named = (what: string): string => `bpp-${stage.name}-${what}`;

  const data = new DataStack(app, named('data'), { env, stage });
  const { topics } = new AlarmsStack(app, named('alarms'), { env, data });
  const foundation: Foundation = { stage, code: built.code, data, topics };
  new OperationsStack(app, named('operations'), { env, foundation });
  const queues = new Map<string, ProcessStack>();
  for (const workflow of workflows.map((each) => onStage(each, stage.name))) {
    const { deadLetterQueue } = workflow.config;
    const made = new ProcessStack(app, named(dashed(workflow)), { env, foundation, workflow, queueFrom: queues.get(deadLetterQueue) });
    if (!queues.has(deadLetterQueue)) queues.set(deadLetterQueue, made);
  }
  const { api, originCheck } = new ApiStack(app, named('api'), { env, foundation });
  for (const [group, ofGroup] of Object.entries(Object.groupBy(routes, (route) => route.group)))
    new RoutesStack(app, named(`api-${group}`), { env, foundation, api, originCheck, routes: ofGroup ?? [], version: built.version });
  if (originCheck) new ConsoleStack(app, named('console'), { env, foundation, api, originSecret: originCheck.secret, consoleDirectory: built.consoleDirectory });
}
