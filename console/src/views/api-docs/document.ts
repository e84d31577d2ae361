/** As much of the OpenAPI document as the page shows. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export interface Parameter { readonly name: string; readonly in: string; readonly required?: boolean; readonly description?: string; readonly schema: Schema; readonly example?: unknown }
interface Content { readonly schema: Schema; readonly example?: unknown; readonly examples?: Readonly<Record<string, unknown>> }
export interface Response { readonly description: string; readonly content?: Readonly<Record<string, Content>> }

export interface Operation {
  readonly operationId: string; readonly summary: string; readonly description: string; readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: { readonly 'application/json': Content } };
  readonly responses: Readonly<Record<string, Response>>;
}
export interface Call extends Operation { readonly method: string; readonly path: string }
interface ProblemExample { readonly type: string; readonly title: string; readonly status: number; readonly detail: string }

export type ProblemExamples = Readonly<Record<string, { readonly value: ProblemExample }>>;

export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly examples: ProblemExamples; readonly schemas: { readonly Problem: Schema } };
}

/** Undefined for what is no such document. */
export const documentIn = (value: Readonly<Record<string, unknown>>): ApiDocument | undefined =>
  (['info', 'tags', 'paths', 'components'].every((name) => typeof value[name] === 'object' && value[name] !== null) ? value as unknown as ApiDocument : undefined);

export const callsOf = ({ paths }: ApiDocument): readonly Call[] =>
  Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })));

export const jsonOf = ({ content }: Pick<Response, 'content'>): Content | undefined => content?.['application/json'];
export const problemsIn = ({ content }: Pick<Response, 'content'>): readonly string[] => Object.keys(content?.['application/problem+json']?.examples ?? {});
export const isGood = (status: string): boolean => Number(status) < 400;

export const matches = ({ method, path, summary, operationId }: Call, sought: string): boolean => {
  const text = `${method} ${path} ${summary} ${operationId}`.toLowerCase();
  return sought.toLowerCase().split(/\s+/).every((word) => text.includes(word));
};

const withExamples = ({ path, parameters = [] }: Call, where: string) =>
  parameters.filter((each) => each.in === where && each.example !== undefined && (where !== 'path' || path.includes(`{${each.name}}`)));

/** The way to the API on this very origin, filled with the example's values. */
export const urlOf = (call: Call): string => {
  const path = withExamples(call, 'path').reduce((text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(String(example))), call.path);
  const query = new URLSearchParams(withExamples(call, 'query').map(({ name, example }) => [name, String(example)])).toString();
  return `${location.origin}/api${path}${query && `?${query}`}`;
};

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** To be pasted into a shell. */
export const curlOf = (call: Call): string => {
  const body = call.requestBody?.content['application/json'].example;
  const isKnown = call.security.length > 0 && !call.security.some((way) => Object.keys(way).length === 0);
  return [
    `curl -X ${call.method} ${quoted(urlOf(call))}`,
    ...(isKnown ? ['  -H "Authorization: Bearer $TOKEN"'] : []),
    ...(call.parameters?.some(({ name }) => name === 'Idempotency-Key') ? ['  -H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(body === undefined ? [] : ["  -H 'Content-Type: application/json'", `  -d ${quoted(JSON.stringify(body))}`]),
  ].join(' \\\n');
};
