import { stageNames } from '../../lib/stage.ts';
import { expectedFunctions } from './expected-functions.ts';
import { grantedTables, roleOf, statementsOf } from './iam.ts';
import { at, list, synthesised, text } from './synthesis.ts';

/** Actions that know no resource, so that `*` is the only thing that can be said. */
const WITHOUT_RESOURCES = new Set([
  'xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets',
  'logs:CreateLogDelivery', 'logs:GetLogDelivery', 'logs:UpdateLogDelivery', 'logs:DeleteLogDelivery', 'logs:ListLogDeliveries',
  'logs:PutResourcePolicy', 'logs:DescribeResourcePolicies', 'logs:DescribeLogGroups',
]);

describe.each(stageNames)('permissions on the stage %s', (name) => {
  const stage = synthesised(name);
  const functions = stage.all('AWS::Lambda::Function');

  test('no role has a managed policy, and each is assumed by one service, on behalf of this account where the service says so', () => {
    for (const { properties } of stage.all('AWS::IAM::Role')) {
      expect(properties['ManagedPolicyArns']).toBeUndefined();
      const [trust, ...more] = list(at(properties, 'AssumeRolePolicyDocument', 'Statement'));
      expect(more).toEqual([]);
      const service = text(at(trust, 'Principal', 'Service'));
      expect(['lambda.amazonaws.com', 'states.amazonaws.com', 'events.amazonaws.com']).toContain(service);
      if (service !== 'lambda.amazonaws.com') expect(at(trust, 'Condition', 'StringEquals', 'aws:SourceAccount')).toEqual({ Ref: 'AWS::AccountId' });
    }
    expect(stage.all('AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  test('no action of any role is a wildcard, and only what knows no resource is allowed on all', () => {
    for (const role of stage.all('AWS::IAM::Role')) {
      const statements = statementsOf(stage, role);
      expect(statements.length).toBeGreaterThan(0);
      for (const { effect, actions, resources } of statements) {
        expect(effect).toBe('Allow');
        expect(actions.filter((action) => action.includes('*'))).toEqual([]);
        if (resources.includes('*')) expect(actions.filter((action) => !WITHOUT_RESOURCES.has(action))).toEqual([]);
      }
    }
  });

  test('nobody may scan a table, and only the rules may start executions', () => {
    for (const role of stage.all('AWS::IAM::Role')) {
      const actions = statementsOf(stage, role).flatMap((each) => each.actions);
      expect(actions).not.toContain('dynamodb:Scan');
      if (actions.some((action) => action.startsWith('states:')))
        expect([at(list(at(role.properties, 'AssumeRolePolicyDocument', 'Statement'))[0], 'Principal', 'Service'), actions]).toEqual(['events.amazonaws.com', ['states:StartExecution']]);
    }
  });

  test.each(expectedFunctions())('$what may do to tables, keys, mails and the bus exactly what it declares', ({ entry, touches, stack }) => {
    const made = functions.filter((each) => each.entry === entry && each.stack === `bpp-${name}-${stack}`);
    expect(made).toHaveLength(1);
    for (const each of made) {
      const statements = statementsOf(stage, roleOf(stage, each));
      expect(grantedTables(stage, statements)).toEqual(Object.fromEntries(Object.entries(touches.tables ?? {}).map(([table, actions]) => [table, [...actions].sort()])));
      const allowed = (action: string): readonly string[] => statements.flatMap(({ actions, resources }) => (actions.includes(action) ? resources : []));
      expect(allowed('kms:Decrypt')).toEqual(touches.unwrapsTenantKeys ? [expect.stringMatching(/TenantKeysMaster\w+\.Arn$/)] : []);
      expect(allowed('ses:SendEmail')).toEqual(touches.sendsMail ? [expect.stringContaining(':configuration-set/'), expect.stringContaining(':identity/')] : []);
      expect(allowed('events:PutEvents')).toEqual(touches.putsEvents ? [expect.stringMatching(/Bus\w+\.Arn$/)] : []);
    }
  });

  test.each(expectedFunctions())('$what is told where to find what it touches, and nothing else', ({ entry, touches, stack }) => {
    const made = functions.find((each) => each.entry === entry && each.stack === `bpp-${name}-${stack}`);
    const expected = [
      'SERVICE_NAME', ...Object.keys(touches.tables ?? {}).map((table) => `TABLE_${table.toUpperCase()}`),
      ...(touches.unwrapsTenantKeys ? ['TENANT_KEYS_MASTER'] : []), ...(touches.putsEvents ? ['EVENT_BUS'] : []),
      ...(touches.sendsMail ? ['MAIL_SENDER', 'MAIL_CONFIGURATION_SET', 'CONSOLE_URL'] : []),
      ...(stack.startsWith('api-') ? ['STAGE', 'VERSION', 'CONSOLE_URL'] : []),
    ];
    expect(Object.keys(at(made?.properties, 'Environment', 'Variables') as object).sort()).toEqual(expected.sort());
  });
});
