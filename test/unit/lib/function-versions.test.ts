import { unneededVersions, versionsNamedIn, type PublishedVersion } from '../../../lib/function-versions.ts';

const HOUR = 3_600_000;
const NOW = new Date('2026-03-02T12:00:00.000Z');
const arn = (functionName: string, version: number): string => `arn:aws:lambda:eu-central-1:111122223333:function:${functionName}:${version}`;
const task = (resource: string) => ({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: resource, 'Payload.$': '$' } });

/** Version 1 so many hours ago, then 2, and so on. */
const published = (functionName: string, ...hoursAgo: readonly number[]): readonly PublishedVersion[] =>
  hoursAgo.map((hours, index) => ({ functionName, version: String(index + 1), publishedAt: new Date(NOW.getTime() - hours * HOUR) }));
const gone = (all: readonly PublishedVersion[], ...named: readonly string[]): readonly string[] =>
  unneededVersions(all, versionsNamedIn(named.join(' ')), HOUR, NOW).map(({ functionName, version }) => `${functionName}:${version}`);

describe('the versions that a machine names', () => {
  test('are found in every state, also inside of branches', () => {
    const definition = JSON.stringify({ StartAt: 'Claim', States: {
      Claim: task(arn('claim', 4)),
      All: { Type: 'Parallel', Branches: [{ States: { One: task(arn('one', 12)) } }, { States: { Two: { Type: 'Map', ItemProcessor: { States: { Inner: task(arn('two', 3)) } } } } }] } } });
    expect(versionsNamedIn(definition)).toEqual([{ functionName: 'claim', version: '4' }, { functionName: 'one', version: '12' }, { functionName: 'two', version: '3' }]);
  });

  test('are numbers: a function without one, or at $LATEST, names no version', () => {
    expect(versionsNamedIn(JSON.stringify(['arn:aws:lambda:eu-central-1:111122223333:function:plain', 'arn:aws:lambda:eu-central-1:111122223333:function:plain:$LATEST']))).toEqual([]);
  });
});

describe('a version', () => {
  test('that the machine names stays, however old', () => {
    expect(gone(published('step', 900), arn('step', 1))).toEqual([]);
  });

  test('that nobody names goes', () => {
    expect(gone(published('step', 900, 500, 2), arn('step', 3))).toEqual(['step:1', 'step:2']);
  });

  test('that only an execution names which began before stays', () => {
    expect(gone(published('step', 900, 500, 2), arn('step', 3), arn('step', 1))).toEqual(['step:2']);
  });

  test('of another function with the same number is another version', () => {
    expect(gone([...published('one', 9, 8), ...published('other', 9, 8)], arn('one', 2), arn('other', 1))).toEqual(['one:1', 'other:2']);
  });

  test('that was replaced within the hour stays: an execution may just have begun with it', () => {
    expect(gone(published('step', 900, 0.9), arn('step', 2))).toEqual([]);
    expect(gone(published('step', 900, 1), arn('step', 2))).toEqual(['step:1']);
  });

  test('is replaced by the next number, also after the ninth', () => {
    const all = published('step', 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 0.5);
    expect(gone(all, arn('step', 11))).toEqual(['step:1', 'step:2', 'step:3', 'step:4', 'step:5', 'step:6', 'step:7', 'step:8', 'step:9']);
  });

  test('that is the newest, and that nobody names yet, stays for an hour: a deployment may be about to name it', () => {
    expect(gone(published('step', 900, 0.2), arn('step', 1))).toEqual([]);
    expect(gone(published('step', 900, 1.2), arn('step', 1))).toEqual(['step:2']);
  });

  test('whose time is unknown stays', () => {
    expect(gone([{ functionName: 'step', version: '1', publishedAt: new Date('') }])).toEqual([]);
  });
});
