import { routes } from '../../lambdas/api/index.ts';
import {
  beginCompensationTouches, claimCompensationTouches, claimTouches, completeTouches, continueTouches, deletionsDueTouches, executionEndedTouches, mailFeedbackTouches, parkTouches, reconcilerTouches, recordCompensationTouches, relayTouches, residueSearchTouches, routeTouches, stepTouches,
  sweeperTouches, undoTouches, unverifiedTouches,
} from '../../lambdas/kit/engine-touches.ts';
import type { Touches } from '../../lambdas/kit/touches.ts';
import { compensates, isContinued, stepsOf, type WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { completeEntry, ELSEWHERE_ENTRY, operationEntry, routeEntry, stepEntry } from '../../lib/entry-points.ts';
import { stageNamed, type StageName } from '../../lib/stage.ts';

const readsTheStream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) => `dynamodb:${action}`);
const reportsFailures = 'sqs:SendMessage';

export interface ExpectedFunction { readonly what: string; readonly stack: string; readonly entry: string; readonly handler?: string; readonly touches: Touches; readonly more?: readonly string[]; readonly settings?: readonly string[] }

interface StateFunction { readonly state: string; readonly entry: string; readonly handler?: string; readonly touches: Touches }

/** The functions of a process's own machine. */
export const forwardFunctions = (workflow: WorkflowDeclaration): readonly StateFunction[] => [
  { state: 'Claim', entry: operationEntry('claim-run'), touches: claimTouches },
  { state: 'Complete', entry: completeEntry(workflow), touches: completeTouches(workflow) },
  compensates(workflow)
    ? { state: 'BeginCompensation', entry: operationEntry('begin-compensation'), touches: beginCompensationTouches }
    : { state: 'Park', entry: operationEntry('park-run'), touches: parkTouches },
  ...(isContinued(workflow) ? [{ state: 'GoOnAnew', entry: operationEntry('continue-run'), touches: continueTouches }] : []),
  ...stepsOf(workflow).map((step) => ({ state: step.step, entry: stepEntry(workflow, step), touches: stepTouches(step) })),
];
/** Those whose work is of any size have time for much of it. */
export const entriesInChunks: ReadonlySet<string> = new Set(workflows.flatMap((workflow) => stepsOf(workflow).filter(({ chunked }) => chunked).map((step) => stepEntry(workflow, step))));

/** The functions of the machine that undoes it: an undo is the other export of its step's file. */
export const compensationFunctions = (workflow: WorkflowDeclaration): readonly StateFunction[] => (compensates(workflow) ? [
  { state: 'ClaimCompensation', entry: operationEntry('claim-compensation'), touches: claimCompensationTouches },
  ...stepsOf(workflow).flatMap((step) => ('step' in step.compensation
    ? [{ state: step.compensation.step, entry: stepEntry(workflow, step), handler: 'index.undo', touches: undoTouches(step.compensation) }] : [])),
  ...workflow.afterCompensation.map((undo) => ({ state: undo.step, entry: stepEntry(workflow, undo), touches: undoTouches(undo) })),
  { state: 'RecordCompensation', entry: operationEntry('record-compensation'), touches: recordCompensationTouches },
] : []);

/** Every function that the declarations ask for. */
export function expectedFunctions(stage: StageName): readonly ExpectedFunction[] {
  return [
    { what: 'relay', stack: 'operations', entry: operationEntry('relay'), touches: relayTouches, more: [...readsTheStream, reportsFailures] },
    { what: 'sweeper', stack: 'operations', entry: operationEntry('sweeper'), touches: sweeperTouches, more: [reportsFailures] },
    { what: 'reconciler', stack: 'operations', entry: operationEntry('reconciler'), touches: reconcilerTouches, more: [reportsFailures] },
    { what: 'ended executions', stack: 'operations', entry: operationEntry('execution-ended'), touches: executionEndedTouches, more: [reportsFailures] },
    { what: 'unverified accounts', stack: 'operations', entry: operationEntry('unverified-accounts'), touches: unverifiedTouches, more: [reportsFailures], settings: ['UNVERIFIED_KEPT_DAYS'] },
    { what: 'deletions that are due', stack: 'operations', entry: operationEntry('deletions-due'), touches: deletionsDueTouches, more: [reportsFailures] },
    { what: 'search for residue', stack: 'operations', entry: operationEntry('residue-search'), touches: residueSearchTouches, more: [reportsFailures], settings: ['RESIDUE_SEARCH_HOURS'] },
    { what: 'mail feedback', stack: 'operations', entry: operationEntry('mail-feedback'), touches: mailFeedbackTouches, more: [reportsFailures] },
    ...(stageNamed(stage).webHosting ? [{ what: 'check of the origin', stack: 'api', entry: operationEntry('check-origin'), touches: {}, settings: ['ORIGIN_SECRET'], more: ['secretsmanager:GetSecretValue'] }] : []),
    { what: 'whatever is asked for elsewhere', stack: 'api', entry: ELSEWHERE_ENTRY, touches: {} },
    ...routes.map((route) => ({ what: `${route.method} ${route.path}`, stack: `api-${route.group}`, entry: routeEntry(route), touches: routeTouches(route), settings: route.rateLimits ? ['RATE_LIMITS'] : [] })),
    ...workflows.flatMap((workflow) => [...forwardFunctions(workflow), ...compensationFunctions(workflow)].map(
      ({ state, ...each }) => ({ ...each, what: `${workflow.type} ${state}`, stack: workflow.type.replaceAll('_', '-') }))),
  ];
}
