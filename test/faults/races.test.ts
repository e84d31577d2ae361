import '../support/environment.ts';
import { races, unconditional } from '../fault-matrix/races.ts';
import { cheapHashes } from '../support/cheap-hash.ts';
import { times } from '../support/evidence.ts';

cheapHashes();

/** Two who act at the same moment; which race has its story where, the page docs/fault-matrix.md says. */
describe.each(races.map((race) => [`${race.id}: ${race.what}`, race] as const))('%s', (_, { told }) => {
  test('ends well, however they fall together', async () => {
    for (let seed = 1; seed <= times(15, 10_000); seed += 1) {
      expect({ seed, offences: await told(seed) }).toEqual({ seed, offences: [] });
    }
  }, 7_200_000);
});

test.each(['RACE-4', 'RACE-13'])('the story of %s catches it where nothing is looked at once more at the moment of the write', async (id) => {
  const told = races.find((race) => race.id === id)?.told;
  let caught = false;
  for (let seed = 1; seed <= 60 && !caught; seed += 1) caught = await told?.(seed, unconditional).then((offences) => offences.length > 0, () => true) ?? false;
  expect(caught).toBe(true);
}, 600_000);
