import { userRegistrationCompleted } from '../../lambdas/domain/events/catalogue.ts';
import { defineTrigger } from '../../lambdas/domain/events/event.ts';
import { bestEffort, defineWorkflow, nothingToUndo, parallel, required, sequential, stepsOf } from '../../lambdas/kit/workflow.ts';
import { catalogue } from '../../lambdas/domain/events/catalogue.ts';
import { routes } from '../../lambdas/api/index.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { dashed } from '../../lib/entry-points.ts';
import { stageNamed, stageNames } from '../../lib/stage.ts';
import { machineTasks } from './machine-tasks.ts';
import { synthesise, synthesised, text } from './synthesis.ts';

test.each(stageNames)('the stage %s has a stack for data, operations, each process, the API and each group of endpoints', (name) => {
  const expected = ['data', 'operations', ...workflows.map(dashed), 'api', ...new Set(routes.map(({ group }) => `api-${group}`))];
  const hosting = name === 'local' ? [] : ['console'];
  expect([...synthesised(name).stacks].sort()).toEqual([...expected, ...hosting].map((what) => `bpp-${name}-${what}`).sort());
});

test('the local stage has nothing that a local AWS lacks', () => {
  const lacking = /CloudFront|WAFv2|CertificateManager|Events::Archive|Logs::Delivery|CompositeAlarm|^Custom::/;
  expect(synthesised('local').resources.map(({ type }) => type).filter((type) => lacking.test(type))).toEqual([]);
});

test('every resource says of which stage it is, where it can', () => {
  const tags = synthesised('prod').all('AWS::Lambda::Function').map(({ properties }) => properties['Tags']);
  for (const each of tags) expect(each).toEqual(expect.arrayContaining([{ Key: 'stage', Value: 'prod' }]));
});

test('a stage that nobody knows is refused with the stages there are', () => {
  expect(() => stageNamed('qa')).toThrow('There is no stage "qa". The stages are local, dev, staging, prod.');
});

test('every address that a mail links to ends with a slash, and on AWS it is reached over TLS', () => {
  for (const name of stageNames) expect(stageNamed(name).consoleUrl).toMatch(name === 'local' ? /^http:\/\/.*\/$/ : /^https:\/\/.*\/$/);
});

test('producers and consumers agree: whatever a process starts on or publishes is in the catalogue', () => {
  const known = new Set<unknown>(catalogue);
  for (const workflow of workflows) {
    expect(workflow.startsOn.starts).toBe(true);
    const named = [workflow.startsOn, workflow.publishes.completed, workflow.publishes.failed, ...stepsOf(workflow).map(({ publishes }) => publishes)];
    expect(named.filter((event) => event !== undefined && !known.has(event))).toEqual([]);
  }
});

describe('a process that is declared and nothing else', () => {
  const newsletter = defineWorkflow({
    type: 'newsletter_signup', title: 'Somebody wants the newsletter', failureType: 'newsletter_signup_failed', admits: ['active'],
    startsOn: defineTrigger('newsletter.wanted', userRegistrationCompleted.data, userRegistrationCompleted.example),
    stages: [
      parallel('look around',
        required('CheckConsent', { touches: { tables: { identity: ['GetItem'] } }, compensation: nothingToUndo('it only reads') }),
        bestEffort('CountSignup', { touches: { tables: { identity: ['UpdateItem'] } } })),
      sequential('subscribe', required('AddSubscriber', { touches: { sendsMail: true }, compensation: nothingToUndo('a later mail offers the way out') })),
    ],
    afterCompensation: [], publishes: { completed: userRegistrationCompleted },
    config: {
      timeout: 120_000, retryAttempts: 2, retryDelay: 1_000, backoffRate: 2, compensationEnabled: false, priority: 'low', parallelTasks: true,
      deadLetterQueue: 'newsletter_signup_dlq',
    },
  });
  const stage = synthesise('dev', [...workflows, newsletter]);
  const own = stage.resources.filter(({ stack }) => stack === 'bpp-dev-newsletter-signup');

  test('gets a function for each of its steps, found by its name', () => {
    expect(own.flatMap(({ entry = [] }) => entry).sort()).toEqual([
      'lambdas/operations/claim-run.ts', 'lambdas/operations/complete-run.ts', 'lambdas/operations/park-run.ts',
      'lambdas/workflows/newsletter-signup/steps/add-subscriber.ts', 'lambdas/workflows/newsletter-signup/steps/check-consent.ts',
      'lambdas/workflows/newsletter-signup/steps/count-signup.ts',
    ]);
  });

  test('gets a machine, the rule that starts it and its two queues', () => {
    const [machine] = own.filter(({ type }) => type === 'AWS::StepFunctions::StateMachine');
    expect(machine && machineTasks(stage, machine).map(({ state }) => state)).toEqual(expect.arrayContaining(['Claim', 'CheckConsent', 'CountSignup', 'AddSubscriber', 'Complete', 'Park']));
    expect(own.filter(({ type }) => type === 'AWS::Events::Rule').map(({ properties }) => properties['EventPattern'])).toEqual([
      { source: ['business-process-platform'], 'detail-type': ['newsletter.wanted'] }]);
    expect(own.filter(({ type }) => type === 'AWS::SQS::Queue').map(({ properties }) => text(properties['QueueName'])).sort()).toEqual([
      'bpp-dev-newsletter_signup_dlq', 'bpp-dev-newsletter_signup_undelivered']);
  });

  test('changes nothing in any other stack', () => {
    const others = (all: typeof stage.resources) => all.filter(({ stack }) => stack !== 'bpp-dev-newsletter-signup');
    expect(others(stage.resources)).toEqual(others(synthesised('dev').resources));
  });

  test('is refused when its retries cannot fit in its timeout', () => {
    const hasty = { ...newsletter, config: { ...newsletter.config, timeout: 20_000 } };
    expect(() => synthesise('dev', [hasty])).toThrow(/newsletter_signup: a step that uses up its retries takes .* more than the timeout of 20 s/);
  });
});
