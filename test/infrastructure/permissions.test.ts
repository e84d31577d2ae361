import { compensates } from '../../lambdas/kit/workflow.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { stageNamed, stageNames } from '../../lib/stage.ts';
import { expectedFunctions } from './expected-functions.ts';
import { grantedTables, roleOf, statementsOf } from './iam.ts';
import { at, list, synthesised, text, type Resource } from './synthesis.ts';

/** Actions that know no resource, so that `*` is the only thing that can be said. */
const WITHOUT_RESOURCES = new Set([
  'xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets',
  'logs:CreateLogDelivery', 'logs:GetLogDelivery', 'logs:UpdateLogDelivery', 'logs:DeleteLogDelivery', 'logs:ListLogDeliveries',
  'logs:PutResourcePolicy', 'logs:DescribeResourcePolicies', 'logs:DescribeLogGroups',
]);

const ON_TABLES = /^dynamodb:(Get|BatchGet|BatchWrite|Put|Update|Delete|ConditionCheck)Item$|^dynamodb:Query$/;

const serviceOf = ({ properties }: Resource): string => text(at(list(at(properties, 'AssumeRolePolicyDocument', 'Statement'))[0], 'Principal', 'Service'));

describe.each(stageNames)('permissions on the stage %s', (name) => {
  const stage = synthesised(name);
  const functions = stage.all('AWS::Lambda::Function');

  const roles = stage.all('AWS::IAM::Role');

  test('no role has a managed policy, and each is assumed by one service', () => {
    expect(roles.filter(({ properties }) => properties['ManagedPolicyArns'] !== undefined)).toEqual([]);
    expect(stage.all('AWS::IAM::ManagedPolicy')).toEqual([]);
    for (const role of roles) {
      expect(list(at(role.properties, 'AssumeRolePolicyDocument', 'Statement'))).toHaveLength(1);
      expect(['lambda.amazonaws.com', 'states.amazonaws.com', 'events.amazonaws.com']).toContain(serviceOf(role));
    }
  });

  test('a service that works for many accounts may assume a role on behalf of this one only', () => {
    const assumed = roles.filter((role) => serviceOf(role) !== 'lambda.amazonaws.com');
    const conditions = assumed.map(({ properties }) => at(list(at(properties, 'AssumeRolePolicyDocument', 'Statement'))[0], 'Condition'));
    expect(conditions).toHaveLength(2 * workflows.length + workflows.filter(compensates).length);
    for (const condition of conditions) {
      expect(at(condition, 'StringEquals', 'aws:SourceAccount')).toEqual({ Ref: 'AWS::AccountId' });
      expect(at(condition, 'ArnLike', 'aws:SourceArn')).toBeDefined();
    }
  });

  test('no action of any role is a wildcard, and only what knows no resource is allowed on all', () => {
    for (const role of roles) {
      const statements = statementsOf(stage, role);
      expect(statements.filter(({ effect }) => effect === 'Allow').length).toBeGreaterThan(0);
      expect(statements.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
      const everywhere = statements.filter(({ resources }) => resources.includes('*')).flatMap(({ actions }) => actions);
      expect(everywhere.filter((action) => !WITHOUT_RESOURCES.has(action))).toEqual([]);
    }
  });

  test('nobody but the search for residue may scan a table, and only the rules and who says so may start executions', () => {
    const allowed = roles.map((role) => ({ service: serviceOf(role), actions: statementsOf(stage, role).flatMap(({ actions }) => actions) }));
    expect(allowed.filter(({ actions }) => actions.includes('dynamodb:Scan')).map(({ service }) => service)).toEqual(['lambda.amazonaws.com']);
    expect(expectedFunctions(name).filter(({ touches }) => Object.values(touches.tables ?? {}).some((actions) => actions.includes('Scan'))).map(({ what }) => what)).toEqual(['search for residue']);
    const starting = allowed.filter(({ actions }) => actions.some((action) => action.startsWith('states:')));
    const declared = expectedFunctions(name).filter(({ touches }) => touches.startsCompensations || touches.startsRuns || touches.endsExecutions);
    expect(starting.filter(({ service }) => service === 'events.amazonaws.com')).toEqual(workflows.map(() => ({ service: 'events.amazonaws.com', actions: ['states:StartExecution'] })));
    expect(starting.filter(({ service }) => service !== 'events.amazonaws.com').map(({ service }) => service)).toEqual(declared.map(() => 'lambda.amazonaws.com'));
    expect(new Set(starting.flatMap(({ actions }) => actions.filter((action) => action.startsWith('states:'))))).toEqual(new Set(['states:StartExecution', 'states:DescribeExecution', 'states:StopExecution']));
  });

  const machines = stage.all('AWS::StepFunctions::StateMachine').map(({ stack, properties }) => ({ stack, machine: text(properties['StateMachineName']) }));
  /** Which of all machines a list of names reaches, where a name may be the platform's prefix with anything behind it. */
  const reachedBy = (names: readonly string[]): readonly string[] =>
    machines.map(({ machine }) => machine).filter((machine) => names.some((each) => new RegExp(`^${each.replaceAll('*', '.+')}$`).test(machine))).toSorted();
  const undoing = machines.filter(({ machine }) => machine.endsWith('-compensation'));

  test.each(expectedFunctions(name).filter(({ touches }) => touches.startsCompensations || touches.startsRuns))('$what may start exactly the machines that are its business', ({ entry, touches, stack }) => {
    const made = functions.filter((each) => each.entry === entry && each.stack === `bpp-${name}-${stack}`);
    const started = made.flatMap((each) => statementsOf(stage, roleOf(stage, each))).filter(({ actions }) => actions.includes('states:StartExecution')).flatMap(({ resources }) => resources);
    const ofAll = stack.startsWith('api-') || stack === 'operations';
    const expected = [
      ...(touches.startsCompensations ? undoing.filter((each) => ofAll || each.stack === `bpp-${name}-${stack}`) : []),
      ...(touches.startsRuns ? machines.filter((each) => !each.machine.endsWith('-compensation') && (ofAll || each.stack === `bpp-${name}-${stack}`)) : []),
    ];
    expect(expected.length).toBeGreaterThan(0);
    const names = started.map((arn) => /^arn:[^:*]+(?:::\w+)?:states:[^*]+:stateMachine:([\w*-]+)$/.exec(arn)?.[1] ?? arn);
    expect(reachedBy(names)).toEqual(expected.map(({ machine }) => machine).toSorted());
    // Only whoever acts on every process is allowed a prefix, and never less of one than the platform's on this stage.
    expect(names.filter((each) => each.includes('*')).every((each) => ofAll && each.startsWith(`bpp-${name}-*`))).toBe(true);
  });

  test.each(expectedFunctions(name))('$what may do to tables, keys, mails and the bus exactly what it declares', ({ entry, handler = 'index.handler', touches, stack, more = [] }) => {
    const made = functions.filter((each) => each.entry === entry && each.properties['Handler'] === handler && each.stack === `bpp-${name}-${stack}`);
    expect(made).toHaveLength(1);
    const statements = made.flatMap((each) => statementsOf(stage, roleOf(stage, each)));
    expect(grantedTables(stage, statements)).toEqual(Object.fromEntries(Object.entries(touches.tables ?? {}).map(([table, actions]) => [table, [...actions].sort()])));
    const elsewhere = statements.flatMap(({ actions }) => actions).filter((action) => !ON_TABLES.test(action));
    expect([...new Set(elsewhere)].sort()).toEqual([
      'logs:CreateLogStream', 'logs:PutLogEvents', 'xray:PutTraceSegments', 'xray:PutTelemetryRecords', ...more,
      ...(touches.unwrapsTenantKeys ? ['kms:Decrypt'] : []), ...(touches.makesTenantKeys ? ['kms:GenerateDataKey'] : []), ...(touches.signsCertificates ? ['kms:GetPublicKey', 'kms:Sign'] : []), ...(touches.sendsMail ? ['ses:SendEmail'] : []), ...(touches.putsEvents ? ['events:PutEvents'] : []),
      ...(touches.startsCompensations || touches.startsRuns ? ['states:StartExecution'] : []), ...(touches.endsExecutions ? ['states:DescribeExecution', 'states:StopExecution'] : []),
      ...(touches.silencesDeadLetters ? ['sqs:DeleteMessage', 'sqs:ReceiveMessage'] : []), ...(touches.ringsDeadLetters && !more.includes('sqs:SendMessage') ? ['sqs:SendMessage'] : []),
      ...(touches.silencesDeadLetters || touches.ringsDeadLetters || touches.tellsWhere ? ['sqs:GetQueueUrl'] : []),
    ].sort());
  });

  test('only executions of the processes are looked at and stopped', () => {
    const ending = roles.flatMap((role) => statementsOf(stage, role)).filter(({ actions }) => actions.includes('states:StopExecution'));
    expect(ending).toHaveLength(expectedFunctions(name).filter(({ touches }) => touches.endsExecutions).length);
    for (const { resources } of ending) expect(resources.map((arn) => /:execution:([\w*-]+):\*$/.exec(arn)?.[1] ?? arn)).toEqual([`bpp-${name}-*`]);
  });

  test('keys are unwrapped by the master of the tenants, mails go out under our identity, events to our bus', () => {
    const things = (action: string) => [...new Set(roles.flatMap((role) => statementsOf(stage, role)).filter(({ actions }) => actions.includes(action)).flatMap(({ resources }) => resources))];
    const data = `bpp-${name}-data`;
    expect(things('kms:Decrypt')).toEqual([expect.stringMatching(new RegExp(`^${data}/TenantKeysMaster\\w+\\.Arn$`))]);
    expect(things('kms:GenerateDataKey')).toEqual(things('kms:Decrypt'));
    expect(things('kms:Sign')).toEqual([expect.stringMatching(new RegExp(`^${data}/CertificateKey\\w+\\.Arn$`))]);
    expect(things('events:PutEvents')).toEqual([expect.stringMatching(new RegExp(`^${data}/Bus\\w+\\.Arn$`))]);
    expect(things('ses:SendEmail')).toEqual([expect.stringMatching(/:configuration-set\/bpp-\w+-data\/Mails\w+$/), expect.stringMatching(/:identity\/bpp-\w+-data\/MailIdentity\w+$/)]);
    const unwrapping = roles.flatMap((role) => statementsOf(stage, role)).filter(({ actions }) => actions.some((action) => action === 'kms:Decrypt' || action === 'kms:GenerateDataKey'));
    for (const { condition } of unwrapping) expect(condition).toEqual({ StringEquals: { 'kms:EncryptionContext:purpose': 'tenant-key' } });
  });

  test.each(expectedFunctions(name))('$what is told where to find what it touches, and nothing else', ({ entry, handler = 'index.handler', touches, stack, settings = [] }) => {
    const made = functions.find((each) => each.entry === entry && each.properties['Handler'] === handler && each.stack === `bpp-${name}-${stack}`);
    const expected = [
      'SERVICE_NAME', 'STAGE', ...Object.keys(touches.tables ?? {}).map((table) => `TABLE_${table.toUpperCase()}`),
      ...(touches.unwrapsTenantKeys || touches.makesTenantKeys ? ['TENANT_KEYS_MASTER'] : []), ...(touches.putsEvents ? ['EVENT_BUS'] : []), ...(touches.knowsRecovery ? ['RECOVERY_DAYS'] : []),
      ...(touches.startsCompensations || touches.startsRuns || touches.endsExecutions || touches.tellsWhere ? ['STATE_MACHINES'] : []),
      ...(touches.silencesDeadLetters || touches.ringsDeadLetters || touches.tellsWhere ? ['QUEUES'] : []),
      ...(touches.signsCertificates ? ['CERTIFICATE_KEY'] : []),
      ...(touches.sendsMail ? ['MAIL_SENDER', 'MAIL_CONFIGURATION_SET', 'CONSOLE_URL'] : []),
      ...(stack.startsWith('api-') ? ['VERSION', 'CONSOLE_URL', ...(stageNamed(name).webHosting ? ['BEHIND_DISTRIBUTION'] : [])] : []), ...settings,
    ];
    expect(Object.keys(at(made?.properties, 'Environment', 'Variables') as object).sort()).toEqual(expected.sort());
  });
});
