import { DescribeExecutionCommand, SFNClient, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { TransientFailure } from '../domain/errors.ts';
import { requiredSetting } from '../kit/settings.ts';

export interface SeenExecution { readonly running: boolean; readonly input: string }

/** Starts machines by name: fire and forget, since a parent that stops would stop what it waits for. A name that was started before is as good. */
export interface Executions {
  /** `<runId>-a<attempt>` of the process's machine: a run that is taken up again. */
  startRun(type: string, runId: string, attempt: number, input: object): Promise<void>;
  /** `<runId>-c<attempt>` of the process's compensation machine. */
  startCompensation(type: string, runId: string, attempt: number, input: object): Promise<void>;
  /** Undefined for one that nobody knows any more. What is seen may be a moment old: an execution that runs may just have ended. */
  look(executionArn: string): Promise<SeenExecution | undefined>;
  /** Best effort: what works at this moment works on, and loses against the fence. */
  stop(executionArn: string, cause: string): Promise<void>;
}

/** For whoever begins what another has decided, and looks after nothing. */
export type Starting = Pick<Executions, 'startRun' | 'startCompensation'>;

/** STATE_MACHINES is what the ARNs of this stage's machines begin with; the rest follows from the type. */
export function stateMachines(client = new SFNClient({ maxAttempts: 3 }), arnPrefix: () => string = () => requiredSetting('STATE_MACHINES')): Executions {
  const start = async (machine: string, name: string, input: object): Promise<void> => {
    await client.send(new StartExecutionCommand({ stateMachineArn: `${arnPrefix()}${machine}`, name, input: JSON.stringify(input) })).catch((error: unknown) => {
      if (!isNamed(error, 'ExecutionAlreadyExists')) translate(error);
    });
  };
  return {
    startRun: (type, runId, attempt, input) => start(type, `${runId}-a${attempt}`, input),
    startCompensation: (type, runId, attempt, input) => start(`${type}-compensation`, `${runId}-c${attempt}`, input),
    look: (executionArn) => client.send(new DescribeExecutionCommand({ executionArn }))
      .then(({ status, input = '' }) => ({ running: status === 'RUNNING' || status === 'PENDING_REDRIVE', input }))
      .catch((error: unknown) => (isNamed(error, 'ExecutionDoesNotExist') ? undefined : translate(error))),
    stop: async (executionArn, cause) => {
      await client.send(new StopExecutionCommand({ executionArn, error: 'Stopped', cause })).catch((error: unknown) => {
        if (!isNamed(error, 'ExecutionDoesNotExist')) translate(error);
      });
    },
  };
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** What the service refuses for a while; whatever else a client is told is a bug, and what has no answer at all may be tried again. */
const FOR_A_WHILE = new Set(['ThrottlingException', 'TooManyRequestsException', 'ExecutionLimitExceeded']);

function translate(error: unknown): never {
  const { name = '', $fault } = error as { name?: string; $fault?: 'client' | 'server' };
  if ($fault === 'client' && !FOR_A_WHILE.has(name)) throw error;
  throw new TransientFailure('Step Functions could not be asked', { cause: error });
}
