import type { Schema } from './document.ts';
import { Listing } from './prose.tsx';
import { useApiDocsWords } from './words.ts';

const listed = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(' | ');

const either = (schema: Schema): readonly Schema[] => [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];

/** Its words are told one by one below it. */
const isExplained = ({ description = '' }: Schema): boolean => description.includes('\n- ');

/** In one line: what a value of it is. */
export const typeText = (schema: Schema): string => {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return isExplained(schema) ? 'string' : listed(schema.enum);
  if (either(schema).length > 0) return either(schema).map(typeText).join(' | ');
  if (schema.items) return `${typeText(schema.items)}[]`;
  return [[schema.type ?? 'any'].flat().join(' | '), schema.format && `(${schema.format})`].filter(Boolean).join(' ');
};

/** Beyond it a limit is that of the machine. */
const LARGEST_TOLD = 1e12;

const limits = ({ minimum, maximum, minLength, maxLength }: Schema): string | undefined => {
  const [from, to] = [minimum ?? minLength, maximum ?? maxLength].map((each) => (each === undefined || Math.abs(each) > LARGEST_TOLD ? undefined : each));
  if (from !== undefined && to !== undefined) return `${from}–${to}`;
  return from !== undefined ? `≥ ${from}` : to !== undefined ? `≤ ${to}` : undefined;
};

const inner = (schema: Schema): readonly Schema[] => {
  if (schema.properties) return [schema];
  if (schema.items) return inner(schema.items);
  if (typeof schema.additionalProperties === 'object') return inner(schema.additionalProperties);
  return either(schema).flatMap(inner);
};

/** What is said of it, and of the words that a list of it has. */
const aboutOf = ({ description, items }: Schema): readonly string[] => [description, items?.enum && items.description].flatMap((text) => text ?? []);

const Field = ({ name, schema, isRequired }: { name: string; schema: Schema; isRequired: boolean }) => {
  const words = useApiDocsWords();
  const nested = inner(schema);
  return (
    <li>
      <div class="api-field">
        <code class="api-name">{name}</code>
        <span class="api-type">{typeText(schema)}{limits(schema) && <span> {limits(schema)}</span>}</span>
        <span class={isRequired ? 'api-required' : 'api-optional'}>{isRequired ? words.required : words.optional}</span>
        {aboutOf(schema).map((text) => <div key={text} class="api-about"><Listing text={text} /></div>)}
      </div>
      {nested.map((each, position) => <Fields key={position} schema={each} />)}
    </li>
  );
};

const Fields = ({ schema: { properties = {}, required = [] } }: { schema: Schema }) => (
  <ul class="api-fields">{Object.entries(properties).map(([name, of]) => <Field key={name} name={name} schema={of} isRequired={required.includes(name)} />)}</ul>
);

/** The fields of a body, those within them indented below. */
export const SchemaFields = ({ schema }: { schema: Schema }) => <>{inner(schema).map((each, position) => <Fields key={position} schema={each} />)}</>;
