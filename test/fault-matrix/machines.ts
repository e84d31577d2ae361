import type { WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { compensates } from '../../lambdas/kit/workflow.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { compensationDefinition } from '../../lib/compensation-definition.ts';
import { machineDefinition } from '../../lib/machine-definition.ts';
import { compensationStates, forwardStates } from '../../lib/machine-states.ts';
import { machineName, stageNamed } from '../../lib/stage.ts';
import { list, synthesise, text, type Resource, type Synthesised } from '../infrastructure/synthesis.ts';
import type { DeployedFunction } from '../support/function-host.ts';
import { statesOf, tasksOf, type AnyMachine } from '../support/machine-lint.ts';
import { deploy, type Machine } from '../support/step-functions.ts';

/** A state machine as the template has it, and which process and direction it belongs to. */
export interface MatrixMachine {
  readonly workflow: WorkflowDeclaration;
  readonly which: Machine;
  /** As executions of it are called in process. */
  readonly name: string;
  /** As its rows are called, where that is something else. */
  readonly rows?: string;
  readonly definition: AnyMachine;
  readonly states: readonly string[];
}

const STAGE = stageNamed('local');

/** Every machine of the synthesised app, with what the templates say behind each state: version, function, entry file. */
export function synthesisedMachines(declared: readonly WorkflowDeclaration[] = workflows): readonly MatrixMachine[] {
  const app = synthesise(STAGE.name, declared);
  return declared.flatMap((workflow) => (['forward', 'compensation'] as const)
    .filter((which) => which === 'forward' || compensates(workflow))
    .map((which) => machineOf(app, workflow, which)));
}

const resources = { partition: 'aws', functionArn: (state: string) => state, deadLetterQueueUrl: '' };

/** The same without the templates, for what only asks how the engine behaves. */
export const compiledMachines = (declared: readonly WorkflowDeclaration[] = workflows): readonly MatrixMachine[] => declared.flatMap((workflow) => [
  compiled(workflow, 'forward', machineDefinition(workflow, resources)), ...(compensates(workflow) ? [compiled(workflow, 'compensation', compensationDefinition(workflow, resources))] : []),
]);
const compiled = (workflow: WorkflowDeclaration, which: Machine, definition: AnyMachine): MatrixMachine =>
  ({ workflow, which, name: which === 'forward' ? workflow.type : `${workflow.type}-compensation`, definition, states: tasksOf(definition) });

function machineOf(app: Synthesised, workflow: WorkflowDeclaration, which: Machine): MatrixMachine {
  const name = which === 'forward' ? workflow.type : `${workflow.type}-compensation`;
  const machine = app.all('AWS::StepFunctions::StateMachine').find(({ properties }) => properties['StateMachineName'] === machineName(STAGE, name));
  if (!machine) throw new Error(`no template has a machine ${name}`);
  const asl = app.spelt(machine.stack, machine.properties['DefinitionString']).replaceAll('arn:AWS::Partition:', 'arn:aws:');
  const definition = JSON.parse(asl, (key, value: unknown) => (key === 'QueueUrl' && typeof value === 'string' ? `https://queue.example/${queueOf(app, value)}` : value)) as AnyMachine;
  deploy(workflow, which, definition, functionsOf(app, definition, which === 'forward' ? forwardStates(workflow) : compensationStates(workflow)));
  return { workflow, which, name, definition, states: tasksOf(definition) };
}

/** A queue that another stack made is known by its name in the address. */
function queueOf(app: Synthesised, url: string): string {
  const made = app.all('AWS::SQS::Queue').find(({ id }) => id === url);
  return (made ? text(made.properties['QueueName']) : url.split('/').at(-1) ?? '').replace(`bpp-${STAGE.name}-`, '');
}

interface Declared extends DeployedFunction { readonly state: string }

/** The entry is the template's; what it may touch, and how long it may take, is declared beside it. */
function functionsOf(app: Synthesised, definition: AnyMachine, declared: readonly Declared[]): ReadonlyMap<string, DeployedFunction> {
  const calls = statesOf(definition).flatMap(([state, { Parameters }]) => {
    const version = (Parameters as { readonly FunctionName?: string } | undefined)?.FunctionName;
    return version === undefined ? [] : [[state, version] as const];
  });
  return new Map(calls.map(([state, version]) => {
    const { entry, properties } = functionBehind(app, version);
    const about = declared.find((each) => each.state === state);
    if (!about || entry === undefined) throw new Error(`nobody declares what ${state} touches, or no file is behind it`);
    return [version, { ...about, entry, handler: text(properties['Handler']) }];
  }));
}

function functionBehind(app: Synthesised, version: string): Resource {
  const pinned = app.all('AWS::Lambda::Version').find(({ id }) => id === version);
  const id = pinned && app.spelt(pinned.stack, list(pinned.properties['FunctionName'])[0]);
  const found = app.all('AWS::Lambda::Function').find((each) => each.id === id);
  if (!found) throw new Error(`no function is behind ${version}`);
  return found;
}
