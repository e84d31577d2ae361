import { workflows } from '../../lambdas/workflows/index.ts';
import { operationEntry } from '../../lib/entry-points.ts';
import { stageNamed, stageNames } from '../../lib/stage.ts';
import { compensationFunctions, entriesInChunks, expectedFunctions, forwardFunctions } from './expected-functions.ts';
import { at, list, synthesised, text } from './synthesis.ts';

const exported = (all: readonly { entry: string | undefined; handler?: string }[]) => all.map(({ entry = '', handler = 'index.handler' }) => `${entry} ${handler}`).toSorted();

const passes: readonly unknown[] = [operationEntry('reconciler'), operationEntry('unverified-accounts'), operationEntry('deletions-due'), operationEntry('residue-search')];

describe.each(stageNames)('functions of the stage %s', (name) => {
  const stage = synthesised(name);
  const functions = stage.all('AWS::Lambda::Function').filter(({ entry }) => entry !== undefined);

  test('every function is small, traced, on the runtime of the platform, and ends before its machine gives up on it', () => {
    expect(functions).toHaveLength(expectedFunctions(name).length);
    for (const { entry, properties } of functions)
      // A pass waits for nobody; it ends before the next one begins.
      expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Timeout: passes.includes(entry) ? 55 : entriesInChunks.has(entry ?? '') ? 60 : 8, TracingConfig: { Mode: 'Active' } });
  });

  test('a function is the handler of its file, or, to undo a step, the other export of the step’s', () => {
    expect(exported(functions.map(({ entry, properties }) => ({ entry, handler: text(properties['Handler']) })))).toEqual(exported(expectedFunctions(name)));
    expect(expectedFunctions(name).filter(({ handler }) => handler === 'index.undo').length).toBeGreaterThan(0);
  });

  test('the versions that machines call stay when a newer one is deployed', () => {
    const versions = stage.all('AWS::Lambda::Version');
    expect(versions).toHaveLength(workflows.reduce((sum, workflow) => sum + forwardFunctions(workflow).length + compensationFunctions(workflow).length, 0));
    for (const { deletionPolicy } of versions) expect(deletionPolicy).toBe('Retain');
  });

  test('endpoints know the address of their own stage', () => {
    const settings = functions.filter(({ stack }) => stack.includes('-api-')).map(({ properties }) => at(properties, 'Environment', 'Variables'));
    for (const each of settings) expect(each).toMatchObject({ STAGE: name, VERSION: '1.2.3', CONSOLE_URL: stageNamed(name).consoleUrl });
  });

  test('whatever fails with nobody waiting for it goes to the queue of such failures', () => {
    const failures = stage.all('AWS::SQS::Queue').find(({ properties }) => properties['QueueName'] === `bpp-${name}-async_failures`)?.id ?? '';
    for (const entry of ['relay', 'sweeper', 'reconciler', 'execution-ended'] as const) {
      const [operation] = functions.filter((each) => each.entry === operationEntry(entry));
      const callers = ['AWS::Lambda::EventSourceMapping', 'AWS::Lambda::EventInvokeConfig'].flatMap((type) => stage.all(type))
        .filter(({ stack, properties }) => stage.spelt(stack, properties['FunctionName']) === operation?.id);
      expect(callers.map(({ stack, properties }) => stage.spelt(stack, at(properties, 'DestinationConfig', 'OnFailure', 'Destination')))).toEqual([`${failures}.Arn`]);
    }
  });

  test('the relay sees new events only, and a batch that fails is halved', () => {
    const [mapping] = stage.all('AWS::Lambda::EventSourceMapping');
    const [filter] = list(at(mapping?.properties, 'FilterCriteria', 'Filters'));
    expect(JSON.parse(text(at(filter, 'Pattern')))).toEqual({ eventName: ['INSERT'], dynamodb: { NewImage: { pendingShard: { S: [{ exists: true }] } } } });
    expect(mapping?.properties).toMatchObject({ BisectBatchOnFunctionError: true, StartingPosition: 'TRIM_HORIZON' });
    expect(mapping?.properties['MaximumRetryAttempts']).toBeGreaterThan(0);
  });
});
