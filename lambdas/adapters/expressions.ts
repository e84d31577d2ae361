import type { Changes, Condition, Value } from './store.ts';

/** Collects placeholders, so that no name and no value ever stands in an expression itself. */
export class Placeholders {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, Value> = {};

  name(attribute: string): string {
    const known = Object.keys(this.names).find((placeholder) => this.names[placeholder] === attribute);
    const placeholder = known ?? `#n${Object.keys(this.names).length}`;
    this.names[placeholder] = attribute;
    return placeholder;
  }

  value(value: Value): string {
    const placeholder = `:v${Object.keys(this.values).length}`;
    this.values[placeholder] = value;
    return placeholder;
  }

  /** DynamoDB refuses empty maps of names or values. */
  get attributes(): { ExpressionAttributeNames?: Record<string, string>; ExpressionAttributeValues?: Record<string, Value> } {
    return {
      ...(Object.keys(this.names).length > 0 && { ExpressionAttributeNames: this.names }),
      ...(Object.keys(this.values).length > 0 && { ExpressionAttributeValues: this.values }),
    };
  }
}

export function renderCondition(condition: Condition, at: Placeholders): string {
  if ('all' in condition) return joined('AND', condition.all, at);
  if ('any' in condition) return joined('OR', condition.any, at);
  if ('item' in condition) return `${condition.item === 'absent' ? 'attribute_not_exists' : 'attribute_exists'}(${at.name('pk')})`;
  const name = at.name(condition.attribute);
  if ('in' in condition) return `${name} IN (${condition.in.map((value) => at.value(value)).join(', ')})`;
  if ('below' in condition) return `${name} < ${at.name(condition.below)}`;
  if ('value' in condition) return `${name} ${condition.is} ${at.value(condition.value)}`;
  return `${condition.is === 'missing' ? 'attribute_not_exists' : 'attribute_exists'}(${name})`;
}

/** DynamoDB refuses parentheses that stand around parentheses, so one alone stands without. */
function joined(word: 'AND' | 'OR', conditions: readonly Condition[], at: Placeholders): string {
  const [only, ...more] = conditions.map((each) => renderCondition(each, at));
  return more.length === 0 ? only ?? '' : [only, ...more].map((each) => `(${each})`).join(` ${word} `);
}

export function renderChanges({ set = {}, setIfAbsent = {}, add = {}, remove = [] }: Changes, at: Placeholders): string {
  const assignments = [
    ...Object.entries(set).map(([attribute, value]) => `${at.name(attribute)} = ${at.value(value)}`),
    ...Object.entries(setIfAbsent).map(([attribute, value]) => {
      const name = at.name(attribute);
      return `${name} = if_not_exists(${name}, ${at.value(value)})`;
    }),
  ];
  const sums = Object.entries(add).map(([attribute, value]) => `${at.name(attribute)} ${at.value(value)}`);
  const removals = remove.map((attribute) => at.name(attribute));
  return [clause('SET', assignments), clause('ADD', sums), clause('REMOVE', removals)].filter(Boolean).join(' ');
}

const clause = (word: string, parts: readonly string[]) => (parts.length > 0 ? `${word} ${parts.join(', ')}` : '');
