import '../support/environment.ts';
import { races } from '../fault-matrix/races.ts';
import { cheapHashes } from '../support/cheap-hash.ts';
import { times } from '../support/evidence.ts';

cheapHashes();

/** So many stories are told without the safeguard until one of them ends badly. */
const MOST_CONTROLS = 100;

/** Two who act at the same moment; which race has its story where, the page docs/fault-matrix.md says. */
describe.each(races.map((race) => [`${race.id}: ${race.what}`, race] as const))('%s', (_, { told, safeguard, without }) => {
  test('ends well, however they fall together', async () => {
    for (let seed = 1; seed <= times(15, 10_000); seed += 1) {
      expect({ seed, offences: await told(seed) }).toEqual({ seed, offences: [] });
    }
  }, 7_200_000);

  test(`ends badly in some order where this is not so: ${safeguard}`, async () => {
    let caught = false;
    for (let seed = 1; seed <= MOST_CONTROLS && !caught; seed += 1) caught = await told(seed, without).then((offences) => offences.length > 0, () => true);
    expect(caught).toBe(true);
  }, 600_000);
});
