import { readSteps } from '../adapters/run-ledger.ts';
import { stepReopened, workLedBack } from '../adapters/work-records.ts';
import type { Store, Write } from '../adapters/store.ts';
import { BusinessRefusal } from '../domain/errors.ts';
import type { BegunInput } from './work.ts';
import type { StepDeclaration } from './workflow.ts';

/**
 * Steps that were done are to be done again, and this one after them. Of a call that is repeated nothing more comes: what it
 * reopened is open still.
 * @throws BusinessRefusal when it has led back as often as it may: in all executions of the run, until an operator takes it up again
 */
export async function ledBack(store: Store, { step, leadsBack }: StepDeclaration, { run, place, record }: BegunInput): Promise<readonly Write[]> {
  if (!leadsBack) throw new Error(`${step} declares nothing that it leads back to`);
  const { rounds = 0 } = record;
  const done = (await readSteps(store, run.runId)).filter((each) => each.status === 'DONE' && leadsBack.repeats.some((name) => name === each.step));
  if (done.length === 0) return [];
  if (rounds >= leadsBack.atMost) throw new BusinessRefusal(`not as it must be after ${rounds} rounds`);
  return [workLedBack(place, record, rounds + 1), ...done.map((each) => stepReopened(run.runId, each.step))];
}
