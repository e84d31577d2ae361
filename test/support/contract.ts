/** What AWS does and an emulator is known not to do: the test of the contract, and what it does instead. */
export type UnlikeAws = Readonly<Record<string, string>>;

/**
 * What a port keeps, whoever stands behind it: the twin in process or the adapter over the local AWS. The tests say what AWS does. Where
 * an emulator is known to do otherwise the run over it says so by name, and fails on the day on which it is no longer true.
 */
export function describeContract(name: string, unlikeAws: UnlikeAws, declare: (keeps: (what: string, body: () => Promise<void>) => void) => void): void {
  const left = new Set(Object.keys(unlikeAws));
  describe(name, () => {
    declare((what, body) => {
      if (left.delete(what)) test.failing(`${what} (unlike AWS here: ${unlikeAws[what]})`, body);
      else test(what, body);
    });
  });
  if (left.size > 0) throw new Error(`${name} has no such tests: ${[...left].join('; ')}`);
}
