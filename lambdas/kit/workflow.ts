import type { EventDefinition, TriggerEvent } from '../domain/events/event.ts';
import type { UserStatus } from '../domain/user.ts';
import type { Touches } from './touches.ts';

/** How a business process is declared. Plain data: it can be read, printed, tested, compiled and drawn without a cloud. */

export interface Undo<Name extends string = string> { readonly step: Name; readonly touches: Touches }
export interface NothingToUndo { readonly nothingToUndo: string }

/** Whether a step runs depends on the verdict of one before it. */
export interface OnlyIf<Earlier extends string = string> { readonly step: Earlier; readonly verdict: string }

/** It may find that steps before it have to be done again: these, of which the first is where the run goes on, and so often at the most, until an operator takes the run up again. */
export interface LeadsBack<Earlier extends string = string> { readonly repeats: readonly [Earlier, ...Earlier[]]; readonly atMost: number }

/** `Earlier` are the names of steps that it depends on. */
export interface StepDeclaration<Name extends string = string, UndoName extends string = string, Earlier extends string = string> {
  readonly step: Name;
  readonly criticality: 'required' | 'best effort';
  readonly touches: Touches;
  readonly publishes?: EventDefinition;
  /** One more, of the stage before it: none of those who work side by side there knows when the last of them is done. */
  readonly publishesOfStageBefore?: EventDefinition;
  /** Errors, by name, for which the step is parked as a best-effort one would be, although it is required. */
  readonly tolerates?: readonly string[];
  /** What it may decide: it tells one of these, and what follows may depend on it. */
  readonly verdicts?: readonly string[];
  readonly onlyIf?: OnlyIf<Earlier>;
  /** Its work is of any size: it is done in pieces, each with a checkpoint on the record of the step, and the machine asks again until there is no more. */
  readonly chunked?: true;
  /** It may find that something else has to end before: it is asked again so much later, as long as that moves within the time without progress. */
  readonly waits?: { readonly everySeconds: number };
  readonly leadsBack?: LeadsBack<Earlier>;
  readonly compensation: Undo<UndoName> | NothingToUndo;
}

export interface Stage<Name extends string = string, UndoName extends string = string, Earlier extends string = string> {
  readonly title: string;
  readonly order: 'parallel' | 'sequential';
  readonly steps: readonly StepDeclaration<Name, UndoName, Earlier>[];
}

/** Deploy-time values, times in milliseconds (the original design's units); checked arithmetically at synth. */
export interface WorkflowConfig {
  readonly timeout: number;
  readonly retryAttempts: number;
  readonly retryDelay: number;
  readonly backoffRate: number;
  readonly compensationEnabled: boolean;
  readonly priority: 'low' | 'medium' | 'high';
  readonly parallelTasks: boolean;
  readonly deadLetterQueue: string;
}

export interface WorkflowDeclaration<Name extends string = string, UndoName extends string = string, Type extends string = string> {
  readonly type: Type;
  readonly title: string;
  readonly startsOn: TriggerEvent;
  readonly failureType: string;
  /**
   * In which states of the account a run may begin. Any subject: it is about something that is no account, that this process alone
   * is about, and whose events are therefore numbered on from the one that starts it.
   */
  readonly admits: readonly UserStatus[] | 'any subject';
  /** Its event tells of a role of the person: while the binding is as the event left it the run has something to do, and what came later supersedes it. */
  readonly standsWhile?: { readonly roleBinding: 'granted' | 'revoked' };
  /** Where its event says this, it is no matter of the account, and begins also when there is none any more. */
  readonly alsoWithoutAccount?: Readonly<Record<string, string>>;
  /** It is what takes the account away, so it is taken up again also when there is none any more. */
  readonly outlivesAccount?: true;
  /** Its timeout is the longest time without progress: every step that is done and every checkpoint renews it. An execution may take this long, in milliseconds. */
  readonly longRunning?: { readonly atMost: number };
  readonly stages: readonly Stage<Name, UndoName, NoInfer<Name>>[];
  /** What the closing transaction touches beyond the run's own records; the file `closing.ts` says what it writes. */
  readonly closing?: Touches;
  /** Steps that follow the undos, in this order. */
  readonly afterCompensation: readonly Undo<UndoName>[];
  readonly publishes: { readonly completed: EventDefinition; readonly failed?: EventDefinition };
  readonly config: WorkflowConfig;
}

interface Common { readonly touches: Touches; readonly publishes?: EventDefinition; readonly publishesOfStageBefore?: EventDefinition }

export const required = <const Name extends string, const UndoName extends string = never, const Earlier extends string = never>(
  step: Name, about: Common & Pick<StepDeclaration<Name, UndoName, Earlier>, 'tolerates' | 'verdicts' | 'onlyIf' | 'chunked' | 'waits' | 'leadsBack' | 'compensation'>,
): StepDeclaration<Name, UndoName, Earlier> => ({ step, criticality: 'required', ...about });

/** Its failure is parked, and the run completes with warnings. */
export const bestEffort = <const Name extends string, const UndoName extends string = never, const Earlier extends string = never>(
  step: Name, about: Common & Partial<Pick<StepDeclaration<Name, UndoName, Earlier>, 'onlyIf' | 'compensation'>>,
): StepDeclaration<Name, UndoName, Earlier> => ({ step, criticality: 'best effort', compensation: nothingToUndo('its failure changes nothing'), ...about });

export const undo = <const Name extends string>(step: Name, touches: Touches): Undo<Name> => ({ step, touches });
export const nothingToUndo = (why: string): NothingToUndo => ({ nothingToUndo: why });

export const parallel = <Name extends string, UndoName extends string, Earlier extends string>(
  title: string, ...steps: readonly StepDeclaration<Name, UndoName, Earlier>[]): Stage<Name, UndoName, Earlier> => ({ title, order: 'parallel', steps });
export const sequential = <Name extends string, UndoName extends string, Earlier extends string>(
  title: string, ...steps: readonly StepDeclaration<Name, UndoName, Earlier>[]): Stage<Name, UndoName, Earlier> => ({ title, order: 'sequential', steps });

export const defineWorkflow = <Name extends string, UndoName extends string, const Type extends string>(
  declaration: WorkflowDeclaration<Name, UndoName, Type>): WorkflowDeclaration<Name, UndoName, Type> => declaration;

export const stepsOf = <Name extends string, UndoName extends string>(
  workflow: WorkflowDeclaration<Name, UndoName>): readonly StepDeclaration<Name, UndoName>[] => workflow.stages.flatMap((stage) => stage.steps);

export const undosOf = <Name extends string, UndoName extends string>(
  workflow: WorkflowDeclaration<Name, UndoName>): readonly Undo<UndoName>[] =>
  stepsOf(workflow).flatMap(({ compensation }) => ('step' in compensation ? [compensation] : []));

/** What a compensation does, in its order: the undos in reverse, then what follows them. */
export const compensationOf = <UndoName extends string>(workflow: WorkflowDeclaration<string, UndoName>): readonly Undo<UndoName>[] =>
  [...undosOf(workflow).toReversed(), ...workflow.afterCompensation];

/** Whether anything follows a failure, and so whether the process has a compensation machine: where nothing does, a person decides. */
export const compensates = (workflow: WorkflowDeclaration): boolean => compensationOf(workflow).length > 0;

/** Whether an execution may end before the run does, and leave the rest to the next one. */
export const isContinued = ({ stages }: WorkflowDeclaration): boolean => stages.some(({ order, steps }) => order === 'sequential' && steps.some(({ chunked, waits }) => chunked ?? waits));

/** The place of what a step tells of the stage before it. */
export const stageBefore = (step: string): string => `before ${step}`;

/**
 * Every event of a run takes a version of its subject that the claim reserved for it, so that steps which run side by side
 * never meet at one counter. Each step has a place of its own; the last one belongs to the end of the run.
 */
export const reservedVersions = (workflow: WorkflowDeclaration): Readonly<Record<string, number>> & { readonly end: number } => {
  const publishing = stepsOf(workflow).flatMap(({ step, publishes, publishesOfStageBefore }) => [...(publishesOfStageBefore ? [stageBefore(step)] : []), ...(publishes ? [step] : [])]);
  return { ...Object.fromEntries(publishing.map((place, position) => [place, position + 1])), end: publishing.length + 1 };
};
