import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { METRICS_NAMESPACE } from '../../lambdas/kit/metric-names.ts';
import { compensates, stepsOf, type WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { stageNames } from '../../lib/stage.ts';
import { statementsIn } from './iam.ts';
import { at, list, synthesise, synthesised, text, type Resource, type Synthesised } from './synthesis.ts';

/** What an alarm says of itself: `[page] user_registration: failed. Runbook: docs/runbooks/failed.md`. */
const DESCRIPTION = /^\[(page|ticket)\] (\w+): ([a-z ]+)\. Runbook: (docs\/runbooks\/([a-z-]+)\.md)$/;

interface Alarm { readonly severity: string; readonly about: string; readonly kind: string; readonly runbook: string; readonly resource: Resource }

function alarmsOf(stage: Synthesised): readonly Alarm[] {
  return stage.all('AWS::CloudWatch::Alarm').map((resource) => {
    const [, severity = '', about = '', kind = '', runbook = ''] = DESCRIPTION.exec(text(resource.properties['AlarmDescription'])) ?? [];
    return { severity, about, kind, runbook, resource };
  });
}

const parksSteps = (workflow: WorkflowDeclaration): boolean => stepsOf(workflow).some((step) => step.criticality === 'best effort' || step.tolerates);
const kindsOf = (workflow: WorkflowDeclaration): readonly string[] => [
  ...(compensates(workflow) ? ['failed', 'compensation failed'] : []), 'parked', 'timed out', 'slow', ...(parksSteps(workflow) ? ['parked steps'] : []),
];
const severityOf = ({ config }: WorkflowDeclaration): string => (config.priority === 'high' ? 'page' : 'ticket');
const dimensionsOf = ({ resource }: Alarm) => Object.fromEntries(list(resource.properties['Dimensions']).map((each) => [text(at(each, 'Name')), at(each, 'Value')]));

describe.each(stageNames)('alarms of the stage %s', (name) => {
  const stage = synthesised(name);
  const alarms = alarmsOf(stage);
  const topics = stage.all('AWS::SNS::Topic');

  test('every alarm says how urgent it is, what it is about, and which page to read', () => {
    expect(alarms.length).toBeGreaterThan(6 * workflows.length);
    expect(alarms.filter(({ kind }) => kind === '').map(({ resource }) => resource.properties['AlarmDescription'])).toEqual([]);
    expect(alarms.filter(({ runbook }) => !existsSync(runbook)).map(({ runbook }) => runbook)).toEqual([]);
    expect(new Set(alarms.map(({ resource }) => resource.properties['AlarmName'])).size).toBe(alarms.length);
  });

  test('every alarm reaches those whom its severity names, and only them', () => {
    for (const { severity, resource: { stack, properties } } of alarms) {
      const reached = list(properties['AlarmActions']).map((action) => topics.find(({ id }) => id === stage.spelt(stack, action))?.properties['TopicName']);
      expect(reached).toEqual([`bpp-${name}-${severity}s`]);
      expect(properties['ActionsEnabled']).not.toBe(false);
    }
  });

  test('every process has its set, as urgent as the process; what could be neither done nor undone always pages', () => {
    for (const workflow of workflows) {
      const own = alarms.filter(({ about }) => about === workflow.type);
      expect(own.map(({ kind }) => kind)).toEqual(kindsOf(workflow));
      expect(own.map(({ severity }) => severity)).toEqual(kindsOf(workflow).map((kind) => (kind === 'compensation failed' ? 'page' : severityOf(workflow))));
      for (const { resource } of own) expect(resource.stack).toBe(`bpp-${name}-${workflow.type.replaceAll('_', '-')}`);
    }
  });

  test('an ending that asks for a person rings at the first run that has it', () => {
    const statuses = { failed: 'COMPENSATED', 'compensation failed': 'COMPENSATION_FAILED', parked: 'PARKED', 'timed out': 'TIMED_OUT' };
    for (const [kind, status] of Object.entries(statuses))
      for (const alarm of alarms.filter((each) => each.kind === kind)) {
        expect(dimensionsOf(alarm)).toEqual({ stage: name, type: alarm.about, status });
        expect(alarm.resource.properties).toMatchObject({
          Namespace: METRICS_NAMESPACE, MetricName: 'RunsMoved', Statistic: 'Sum', Threshold: 1, EvaluationPeriods: 1, Period: 60,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold', TreatMissingData: 'notBreaching' });
      }
  });

  test('a process is slow when one run in twenty takes longer than its timeout', () => {
    for (const { type, config } of workflows) {
      const [slow] = alarms.filter(({ about, kind }) => about === type && kind === 'slow');
      expect(slow && dimensionsOf(slow)).toEqual({ stage: name, type });
      expect(slow?.resource.properties).toMatchObject({ Namespace: METRICS_NAMESPACE, MetricName: 'RunDuration', ExtendedStatistic: 'p95', Threshold: config.timeout, TreatMissingData: 'notBreaching' });
    }
  });

  test('every queue has an alarm on depth and one on age, as urgent as its process; what belongs to none pages', () => {
    const queues = stage.all('AWS::SQS::Queue').map(({ properties }) => text(properties['QueueName']).replace(`bpp-${name}-`, ''));
    for (const queue of queues) {
      const own = alarms.filter(({ about }) => about === queue);
      const owner = workflows.find(({ type, config }) => queue === config.deadLetterQueue || queue === `${type}_undelivered`);
      expect(own.map(({ kind }) => kind)).toEqual(['dead letters wait', 'dead letters forgotten']);
      expect(new Set(own.map(({ severity }) => severity))).toEqual(new Set([owner ? severityOf(owner) : 'page']));
    }
  });

  test('a deletion that nears its due date is a ticket at day 14 of its clock, and pages at day 21, at day 25 and beyond the date', () => {
    const reached = alarms.filter(({ kind }) => kind.startsWith('deletions'));
    expect(reached.map((alarm) => [alarm.kind, alarm.severity, dimensionsOf(alarm)['alarm']])).toEqual([
      ['deletions near due', 'ticket', '14'], ['deletions almost due', 'page', '21'], ['deletions nearly overdue', 'page', '25'], ['deletions overdue', 'page', 'overdue']]);
    for (const { resource } of reached)
      expect(resource.properties).toMatchObject({ Namespace: METRICS_NAMESPACE, MetricName: 'DeletionsNearDue', Statistic: 'Maximum', Period: 7_200, Threshold: 1, EvaluationPeriods: 1, TreatMissingData: 'notBreaching' });
  });

  test('what was sealed for a deletion and outlived it pages once it is found', () => {
    const [forgotten] = alarms.filter(({ kind }) => kind === 'seals forgotten');
    expect(forgotten).toMatchObject({ about: 'platform', severity: 'page' });
    expect(forgotten?.resource.properties).toMatchObject({ Namespace: METRICS_NAMESPACE, MetricName: 'SealsForgotten', Statistic: 'Sum', Period: 3_600, Threshold: 1, EvaluationPeriods: 1, TreatMissingData: 'notBreaching' });
  });

  test('residue that a search finds pages', () => {
    const [found] = alarms.filter(({ kind }) => kind === 'residue found');
    expect(found).toMatchObject({ about: 'platform', severity: 'page' });
    expect(found?.resource.properties).toMatchObject({ Namespace: METRICS_NAMESPACE, MetricName: 'ResidueFound', Statistic: 'Maximum', Period: 86_400, Threshold: 1, EvaluationPeriods: 1, TreatMissingData: 'notBreaching' });
  });

  test('a reconciler that says nothing for five minutes pages; one that comes late is a ticket', () => {
    const [silent, late, ...more] = alarms.filter(({ about }) => about === 'platform');
    expect(more.filter(({ kind }) => !kind.startsWith('deletions')).map(({ kind }) => kind)).toEqual(['seals forgotten', 'residue found']);
    expect(silent).toMatchObject({ kind: 'reconciler silent', severity: 'page' });
    expect(silent?.resource.properties).toMatchObject({
      Namespace: METRICS_NAMESPACE, MetricName: 'ReconcilerPasses', Statistic: 'Sum', Period: 60, EvaluationPeriods: 5, Threshold: 1, ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' });
    expect(late).toMatchObject({ kind: 'reconciler lag', severity: 'ticket' });
    expect(late?.resource.properties).toMatchObject({ MetricName: 'ReconcilerLag', Statistic: 'Maximum', Threshold: 120, TreatMissingData: 'notBreaching' });
    for (const alarm of [silent, late]) expect(alarm && dimensionsOf(alarm)).toEqual({ stage: name });
  });

  test('an alarm is on one metric: a local AWS knows no other', () => {
    expect(alarms.filter(({ resource: { properties } }) => properties['MetricName'] === undefined || properties['Metrics'] !== undefined)).toEqual([]);
  });

  test('what alarms say is encrypted with our key, travels over TLS, and comes from our own alarms only', () => {
    expect(topics.map(({ properties }) => properties['TopicName'])).toEqual([`bpp-${name}-pages`, `bpp-${name}-tickets`]);
    for (const { id, stack, properties } of topics) {
      expect(stage.spelt(stack, properties['KmsMasterKeyId'])).toMatch(/PlatformKey\w+\.Arn$/);
      const policies = stage.all('AWS::SNS::TopicPolicy').filter((policy) => list(policy.properties['Topics']).some((each) => stage.spelt(policy.stack, each) === id));
      const statements = policies.flatMap((policy) => statementsIn(stage, policy.stack, policy.properties['PolicyDocument']));
      expect(statements).toMatchObject([
        { effect: 'Deny', actions: ['sns:Publish'], resources: [id], condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        { effect: 'Allow', actions: ['sns:Publish'], resources: [id], condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } } }]);
    }
  });

  test('the key lets alarms through, of this account and this stage, and for nothing but that', () => {
    const [key] = stage.all('AWS::KMS::Key').filter(({ id }) => /PlatformKey/.test(id));
    const statements = list(at(key?.properties, 'KeyPolicy', 'Statement')).filter((each) => at(each, 'Principal', 'Service') === 'cloudwatch.amazonaws.com');
    expect(statements).toHaveLength(1);
    expect(at(statements[0], 'Action')).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
    expect(at(statements[0], 'Condition', 'StringEquals')).toEqual({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
    expect(stage.spelt(key?.stack ?? '', at(statements[0], 'Condition', 'ArnLike', 'aws:SourceArn'))).toMatch(new RegExp(`:cloudwatch:[^:]+:AWS::AccountId:alarm:bpp-${name}-\\*$`));
  });

  const dashboards = new Map(stage.all('AWS::CloudWatch::Dashboard').map(({ stack, properties }) => [text(properties['DashboardName']), stage.spelt(stack, properties['DashboardBody'])]));

  test('there is a dashboard for every process and one for the platform, each with the alarms of its stack', () => {
    expect([...dashboards.keys()].sort()).toEqual([...workflows.map(({ type }) => type), 'operations'].map((what) => `bpp-${name}-${what}`).sort());
    for (const { stack, properties } of stage.all('AWS::CloudWatch::Dashboard')) {
      const body = stage.spelt(stack, properties['DashboardBody']);
      expect(() => { JSON.parse(body); }).not.toThrow();
      const own = alarms.filter(({ resource }) => resource.stack === stack);
      expect(own.filter(({ resource }) => !body.includes(`${resource.id}.Arn`))).toEqual([]);
    }
  });

  test('the dashboard of a process shows endings, speed, parked work, queues, executions and every function', () => {
    for (const { type } of workflows) {
      const body = dashboards.get(`bpp-${name}-${type}`) ?? '';
      const stack = `bpp-${name}-${type.replaceAll('_', '-')}`;
      const shown = ['"COMPENSATION_FAILED"', '"p50"', '"p95"', 'StepsParked', 'ApproximateNumberOfMessagesVisible', 'ApproximateAgeOfOldestMessage', 'ExecutionsFailed', 'ExecutionsTimedOut'];
      expect(shown.filter((each) => !body.includes(each))).toEqual([]);
      const things = ['AWS::Lambda::Function', 'AWS::StepFunctions::StateMachine', 'AWS::SQS::Queue'].flatMap((kind) => stage.all(kind)).filter((each) => each.stack === stack);
      expect(things.filter(({ id }) => !body.includes(id))).toEqual([]);
    }
  });

  test('the dashboard of the platform shows what mends it and what waits for people', () => {
    const body = dashboards.get(`bpp-${name}-operations`) ?? '';
    const shown = ['ReconcilerPasses', 'ReconcilerLag', 'Repairs', 'DeadLettersOpen', 'OldestDeadLetter', 'RunsMoved'];
    expect(shown.filter((each) => !body.includes(each))).toEqual([]);
    expect(stage.all('AWS::Lambda::Function').filter(({ stack, id }) => stack === `bpp-${name}-operations` && !body.includes(id))).toEqual([]);
  });
});

test('a process of low priority pages for nothing but an undo that failed', () => {
  const [registration, ...others] = workflows.map((workflow) => ({ ...workflow, config: { ...workflow.config, priority: 'low' as const } }));
  const alarms = alarmsOf(synthesise('dev', registration ? [registration, ...others] : []));
  const paging = alarms.filter(({ severity, about }) => severity === 'page' && about !== 'platform' && about !== 'async_failures');
  expect(paging.map(({ about, kind }) => `${about} ${kind}`).toSorted()).toEqual(workflows.filter(compensates).map(({ type }) => `${type} compensation failed`).toSorted());
});

describe('the runbooks', () => {
  const rung = new Set(stageNames.flatMap((name) => alarmsOf(synthesised(name)).map(({ runbook }) => runbook)));
  const written = readdirSync('docs/runbooks').map((file) => `docs/runbooks/${file}`);

  test('are the pages that some alarm names, and no others', () => {
    expect(new Set(written)).toEqual(rung);
  });

  test.each(written)('%s says what it means, what people notice, how to look, what to do and when it ends', (file) => {
    const headings = [...readFileSync(file, 'utf8').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['What it means', 'What people notice', 'How to look', 'What to do', 'When it ends']);
  });

  test('name only endpoints that there are', async () => {
    const { routes } = await import('../../lambdas/api/index.ts');
    const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    const named = written.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) \/[\w/{}-]*)/g)].map(([, call]) => call ?? ''));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((call) => !known.has(call))).toEqual([]);
  });
});
