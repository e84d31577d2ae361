import { routes } from '../../lambdas/api/index.ts';
import { claimTouches, completeTouches, parkTouches, relayTouches, routeTouches, stepTouches, sweeperTouches } from '../../lambdas/kit/engine-touches.ts';
import type { Touches } from '../../lambdas/kit/touches.ts';
import { stepsOf } from '../../lambdas/kit/workflow.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { completeEntry, operationEntry, routeEntry, stepEntry } from '../../lib/entry-points.ts';

const readsTheStream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) => `dynamodb:${action}`);
const reportsFailures = 'sqs:SendMessage';

export interface ExpectedFunction { readonly what: string; readonly stack: string; readonly entry: string; readonly touches: Touches; readonly more?: readonly string[] }

/** Every function that the declarations ask for. */
export function expectedFunctions(): readonly ExpectedFunction[] {
  return [
    { what: 'relay', stack: 'operations', entry: operationEntry('relay'), touches: relayTouches, more: [...readsTheStream, reportsFailures] },
    { what: 'sweeper', stack: 'operations', entry: operationEntry('sweeper'), touches: sweeperTouches, more: [reportsFailures] },
    ...routes.map((route) => ({ what: `${route.method} ${route.path}`, stack: `api-${route.group}`, entry: routeEntry(route), touches: routeTouches(route) })),
    ...workflows.flatMap((workflow) => [
      { what: 'Claim', entry: operationEntry('claim-run'), touches: claimTouches },
      { what: 'Complete', entry: completeEntry(workflow), touches: completeTouches(workflow) },
      { what: 'Park', entry: operationEntry('park-run'), touches: parkTouches },
      ...stepsOf(workflow).map((step) => ({ what: step.step, entry: stepEntry(workflow, step), touches: stepTouches(step) })),
    ].map((each) => ({ ...each, what: `${workflow.type} ${each.what}`, stack: workflow.type.replaceAll('_', '-') }))),
  ];
}
