import { at, list, text, type Resource, type Synthesised } from './synthesis.ts';

export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: unknown;
}

/** Everything that a role allows or denies, with the things spelt out. */
export const statementsOf = (stage: Synthesised, role: Resource): readonly Statement[] => stage.all('AWS::IAM::Policy')
  .filter(({ stack, properties }) => list(properties['Roles']).some((each) => stage.spelt(stack, each) === role.id))
  .flatMap(({ stack, properties }) => statementsIn(stage, stack, properties['PolicyDocument']));

export const statementsIn = (stage: Synthesised, stack: string, document: Resource['properties'][string]): readonly Statement[] =>
  list(at(document, 'Statement')).map((each) => ({
    effect: text(at(each, 'Effect')), condition: at(each, 'Condition'),
    actions: list(at(each, 'Action')).map(text), resources: list(at(each, 'Resource')).map((resource) => stage.spelt(stack, resource)),
  }));

export function roleOf(stage: Synthesised, { stack, properties }: Resource): Resource {
  const arn = stage.spelt(stack, properties['Role'] ?? properties['RoleArn']);
  const role = stage.all('AWS::IAM::Role').find(({ id }) => arn === `${id}.Arn`);
  if (!role) throw new Error(`no role ${arn}`);
  return role;
}

/** Per table, what may be done to it or to one of its indexes. */
export function grantedTables(stage: Synthesised, statements: readonly Statement[]): Record<string, string[]> {
  const granted: Record<string, Set<string>> = {};
  for (const { actions, resources } of statements)
    for (const arn of resources) {
      const table = stage.all('AWS::DynamoDB::Table').find(({ id }) => arn === `${id}.Arn` || arn.startsWith(`${id}.Arn/index/`));
      const name = text(table?.properties['TableName']).split('-').at(-1) ?? '';
      if (table) for (const action of actions) (granted[name] ??= new Set()).add(action.replace('dynamodb:', ''));
    }
  return Object.fromEntries(Object.entries(granted).map(([table, actions]) => [table, [...actions].sort()]));
}
