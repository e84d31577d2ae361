import type { StageName } from '../domain/stage-name.ts';
import type { WorkflowConfig, WorkflowDeclaration } from '../kit/workflow.ts';
import type { ProcessType } from './index.ts';

type Environments = Readonly<Record<StageName, Readonly<Partial<Record<ProcessType, Partial<WorkflowConfig>>>>>>;

/** What an environment has otherwise than the declarations say. Machines are made with it, and whatever runs knows it. */
export const environments: Environments = {
  local: {},
  // Who tries something out should not wait a minute to see that it fails.
  dev: { user_registration: { retryAttempts: 1, retryDelay: 1_000 } },
  staging: {},
  prod: {},
};

/** The process as it is on a stage; as it is declared where nothing is said. */
export function onStage(workflow: WorkflowDeclaration, stage: string, by: Environments = environments): WorkflowDeclaration {
  const overrides = (by as Readonly<Record<string, Readonly<Record<string, Partial<WorkflowConfig>>>>>)[stage]?.[workflow.type];
  return overrides ? { ...workflow, config: { ...workflow.config, ...overrides } } : workflow;
}
