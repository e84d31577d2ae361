import '../../support/environment.ts';
import { userActivated, userCreated, userWelcomeEmailSent } from '../../../lambdas/domain/events/catalogue.ts';
import { together } from '../../../lambdas/kit/touches.ts';
import { bestEffort, nothingToUndo, parallel, required, reservedVersions, sequential, stepsOf, undo, undosOf, type WorkflowDeclaration } from '../../../lambdas/kit/workflow.ts';
import { workflowOf, workflowOn, workflows } from '../../../lambdas/workflows/index.ts';

const workflow: WorkflowDeclaration = {
  type: 'made_up', title: 'Made up', startsOn: userCreated, failureType: 'made_up_failed', admits: ['active'], afterCompensation: [undo('TellThem', {})], publishes: { completed: userActivated },
  stages: [
    sequential('first', required('Silent', { touches: {}, compensation: undo('Unsay', {}) }), required('Loud', { touches: {}, publishes: userWelcomeEmailSent, compensation: nothingToUndo('made up') })),
    parallel('then', bestEffort('Louder', { touches: {}, publishes: userWelcomeEmailSent }), bestEffort('Undone', { touches: {}, compensation: undo('Undo', {}) })),
  ],
  config: { timeout: 60_000, retryAttempts: 1, retryDelay: 1_000, backoffRate: 2, compensationEnabled: false, priority: 'low', parallelTasks: true, deadLetterQueue: 'made_up_dlq' },
};

describe('the versions that a run reserves', () => {
  test('one for every step that publishes, and the last for its end', () => {
    expect(reservedVersions(workflow)).toEqual({ Loud: 1, Louder: 2, end: 3 });
  });

  test.each(workflows.map((each) => [each.type, each] as const))('are all different in %s, so that steps side by side never meet', (_, each) => {
    const versions = Object.values(reservedVersions(each));
    expect(new Set(versions).size).toBe(versions.length);
    expect(Math.max(...versions)).toBe(versions.length);
  });
});

test('steps stand in the order of their stages, undos in the order of their steps', () => {
  expect(stepsOf(workflow).map(({ step }) => step)).toEqual(['Silent', 'Loud', 'Louder', 'Undone']);
  expect(undosOf(workflow).map(({ step }) => step)).toEqual(['Unsay', 'Undo']);
});

test('a process is found by its type and by its event; what nobody declared is an error', () => {
  for (const each of workflows) {
    expect(workflowOf(each.type)).toBe(each);
    expect(workflowOn(each.startsOn.name)).toBe(each);
  }
  expect(() => workflowOf('user_registrations')).toThrow('no process of the type user_registrations');
  expect(() => workflowOn('user.activated')).toThrow('no process starts on user.activated');
});

test.each(workflows.map((each) => [each.type, each] as const))('%s names each step and undo once', (_, each) => {
  const names = [...stepsOf(each), ...undosOf(each), ...each.afterCompensation].map(({ step }) => step);
  expect(new Set(names).size).toBe(names.length);
});

test('what several touch is the union of what each touches', () => {
  const { tables, sendsMail, ...others } = together({ tables: { ledger: ['GetItem'] } }, { tables: { ledger: ['GetItem', 'Query'], keys: ['GetItem'] }, sendsMail: true }, {});
  expect(tables).toEqual({ keys: ['GetItem'], ledger: ['GetItem', 'Query'] });
  expect(sendsMail).toBe(true);
  expect(Object.values(others).length).toBeGreaterThan(2);
  expect(Object.values(others).filter(Boolean)).toEqual([]);
  expect(together()).toEqual({});
});
