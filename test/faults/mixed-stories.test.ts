import '../support/environment.ts';
import { stepsOf } from '../../lambdas/kit/workflow.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { compiledMachines } from '../fault-matrix/machines.ts';
import { storyOf } from '../fault-matrix/stories.ts';
import { times } from '../support/evidence.ts';

/**
 * Several faults of the matrix at once, at several states of any process, drawn by a seed. Nothing is lost or doubled, every sum is
 * what a recount gives, nobody's data stands where it must not. `npm run fault-matrix -- --stories 1 --seed N` plays one again.
 */
test('whatever goes wrong at once, and is mended later: every event has its end, once, and nothing personal gets out', async () => {
  const machines = compiledMachines();
  const ends = new Map<string, number>();
  for (let seed = 1; seed <= times(100, 10_000); seed += 1) {
    const { said, offences, ends: seen } = await storyOf(machines, seed);
    if (offences.length > 0) throw new Error(`seed ${seed}: ${said}: ${offences.join('; ')}`);
    for (const end of seen) ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  const statuses = new Set([...ends.keys()].map((end) => end.split(' ')[1]));
  expect([...statuses]).toEqual(expect.arrayContaining(['COMPENSATED', 'COMPLETED', 'FENCED']));
  expect(workflows.filter((workflow) => stepsOf(workflow).length > 2 && ![...ends.keys()].some((end) => end.startsWith(`${workflow.type} `)))).toEqual([]);
}, 7_200_000);
