import { userRegistrationCompleted } from '../../lambdas/domain/events/catalogue.ts';
import { defineTrigger } from '../../lambdas/domain/events/event.ts';
import { bestEffort, defineWorkflow, nothingToUndo, parallel, required, sequential, stepsOf } from '../../lambdas/kit/workflow.ts';
import { catalogue } from '../../lambdas/domain/events/catalogue.ts';
import { routes } from '../../lambdas/api/index.ts';
import { accountActivation } from '../../lambdas/workflows/account-activation/workflow.ts';
import { onStage } from '../../lambdas/workflows/environments.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { dashed } from '../../lib/entry-points.ts';
import { stageNamed, stageNames, type StageName } from '../../lib/stage.ts';
import { machineTasks } from './machine-tasks.ts';
import { synthesise, synthesised, text } from './synthesis.ts';

test.each(stageNames)('the stage %s has a stack for data, alarms, operations, each process, the API and each group of endpoints', (name) => {
  const expected = ['data', 'alarms', 'operations', ...workflows.map(dashed), 'api', ...new Set(routes.map(({ group }) => `api-${group}`))];
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

/** How often the tasks of a registration are tried again. */
const retries = (name: StageName): readonly unknown[] => {
  const stage = synthesised(name);
  const machine = stage.all('AWS::StepFunctions::StateMachine').find(({ properties }) => properties['StateMachineName'] === `bpp-${name}-user_registration`);
  return [...new Set([...text(machine && stage.spelt(machine.stack, machine.properties['DefinitionString'])).matchAll(/"MaxAttempts":(\d+)/g)].map(([, attempts]) => attempts))];
};

describe('what an environment has otherwise', () => {
  test('is in the machine that is deployed there', () => {
    expect(stageNames.map((name) => [name, retries(name)])).toEqual([['local', ['3']], ['dev', ['1']], ['staging', ['3']], ['prod', ['3']]]);
  });

  test('every function knows, since each is told where it runs', () => {
    for (const name of stageNames)
      for (const { properties } of synthesised(name).all('AWS::Lambda::Function').filter(({ entry }) => entry !== undefined)) expect(properties['Environment']).toMatchObject({ Variables: { STAGE: name } });
  });

  test('keeps the stage from being synthesised when it cannot be', () => {
    const impossible = onStage(accountActivation, 'prod', { local: {}, dev: {}, staging: {}, prod: { account_activation: { retryDelay: 10_000 } } });
    expect(() => synthesise('prod', [impossible])).toThrow('account_activation: a step that uses up its retries takes 4 tries x 9 s + pauses 10 + 20 + 40 s + 5 s overhead = 111 s, more than the timeout of 60 s');
  });
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
