import { changeable, configChange, differenceBetween, flat, layerFor, LONGEST_DEADLINE_MS, runtimeConfig, withChange, type ConfigChange, type RuntimeConfig } from '../../../lambdas/domain/process-config.ts';

const declared: RuntimeConfig = { enabled: true, compensationEnabled: true, deadline: 300_000, bestEffort: { Welcome: true, Count: true } };

test('what can be changed while a process runs is all of its run-time values and nothing else', () => {
  expect(Object.keys(runtimeConfig.shape)).toEqual([...changeable]);
  expect(Object.keys(configChange.shape)).toEqual([...changeable]);
});

test.each<[string, unknown]>([
  ['an unknown value', { speed: 1 }], ['a deadline that is a fraction', { deadline: 1_000.5 }], ['a deadline of less than a second', { deadline: 999 }],
  ['a deadline of more than 30 days', { deadline: LONGEST_DEADLINE_MS + 1 }], ['a switch that is no yes or no', { bestEffort: { Welcome: 'off' } }],
])('a change with %s is none', (_, change) => {
  expect(configChange.safeParse(change).success).toBe(false);
});

describe('a change over values', () => {
  test('leaves what it does not name, step by step too', () => {
    expect(withChange(declared, {})).toEqual(declared);
    expect(withChange(declared, { enabled: false, bestEffort: { Count: false } })).toEqual({ ...declared, enabled: false, bestEffort: { Welcome: true, Count: false } });
  });

  test('says nothing about a step that the process no longer has', () => {
    expect(withChange(declared, { bestEffort: { Gone: false } })).toEqual(declared);
  });
});

test('a difference tells what it was and what it is, and nothing that stays', () => {
  const after = withChange(declared, { deadline: 60_000, compensationEnabled: true, bestEffort: { Welcome: false, Count: true } });
  expect(differenceBetween(declared, after)).toEqual({ before: { deadline: 300_000, bestEffort: { Welcome: true } }, after: { deadline: 60_000, bestEffort: { Welcome: false } } });
  expect(differenceBetween(declared, declared)).toEqual({ before: {}, after: {} });
});

test('every value has a name', () => {
  expect(flat({ enabled: false, bestEffort: { Welcome: true } })).toEqual({ enabled: false, 'bestEffort.Welcome': true });
});

/** What the layer sets after the change. */
const wanted = (change: ConfigChange, own: ConfigChange, below: RuntimeConfig): ConfigChange => {
  const held = withChange(below, own);
  return layerFor(withChange(held, change), { own, held, below });
};

describe('a layer', () => {
  test('takes up what is not so already, and only that', () => {
    expect(wanted({ enabled: true, deadline: 60_000, bestEffort: { Welcome: true, Count: false } }, {}, declared)).toEqual({ deadline: 60_000, bestEffort: { Count: false } });
  });

  test('keeps what it had set, also where the layer below has come to say the same', () => {
    expect(wanted({ enabled: false }, { deadline: 60_000, bestEffort: { Count: false } }, { ...declared, deadline: 60_000 })).toEqual({ enabled: false, deadline: 60_000, bestEffort: { Count: false } });
  });

  test('lets go of what is changed back to what holds below, so that changes there reach it again', () => {
    expect(wanted({ enabled: true, bestEffort: { Count: true } }, { enabled: false, bestEffort: { Count: false, Welcome: false } }, declared)).toEqual({ bestEffort: { Welcome: false } });
    expect(wanted({ enabled: true }, { enabled: false }, declared)).toEqual({});
  });

  test('may differ from what holds below in either direction', () => {
    expect(wanted({ enabled: true }, {}, { ...declared, enabled: false })).toEqual({ enabled: true });
  });
});
