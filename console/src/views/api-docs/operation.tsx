import { Link } from '../../navigation.tsx';
import type { Call, Parameter, ProblemExamples, Response } from './document.ts';
import { curlOf, isGood, jsonOf, problemsIn } from './document.ts';
import { Listing, Prose } from './prose.tsx';
import { JsonSample, Sample } from './sample.tsx';
import { SchemaFields, typeText } from './schema-fields.tsx';
import type { ApiDocsWords } from './words.ts';
import { useApiDocsWords } from './words.ts';

const waysIn = ({ security }: Call, { access }: ApiDocsWords): readonly string[] => {
  const ways = security.flatMap((way) => Object.keys(way));
  const named = [...(ways.includes('session') ? [access.session] : []), ...(ways.includes('apiKey') ? [access.apiKey] : [])];
  return security.length === 0 || security.some((way) => Object.keys(way).length === 0) ? [access.open, ...named] : named;
};

const whereOf = (words: ApiDocsWords['where'], where: string): string => (Object.hasOwn(words, where) ? words[where as keyof typeof words] : where);

const Parameters = ({ parameters }: { parameters: readonly Parameter[] }) => {
  const words = useApiDocsWords();
  return (
    <ul class="api-fields">
      {parameters.map(({ name, in: where, required, description = '', schema }) => (
        <li key={`${where} ${name}`}>
          <div class="api-field">
            <code class="api-name">{name}</code>
            <span class="api-type">{whereOf(words.where, where)} · {typeText(schema)}</span>
            <span class={required ? 'api-required' : 'api-optional'}>{required ? words.required : words.optional}</span>
            <div class="api-about"><Listing text={description} /></div>
          </div>
        </li>
      ))}
    </ul>
  );
};

const GoodAnswer = ({ status, response }: { status: string; response: Response }) => {
  const words = useApiDocsWords();
  const json = jsonOf(response);
  return (
    <div class="api-answer">
      <h3><span class="chip done">{status}</span> {response.description}</h3>
      {json ? <JsonSample label={words.example} value={json.example} /> : <p class="api-quiet">{words.noBody}</p>}
      {json && <details><summary>{words.fields}</summary><SchemaFields schema={json.schema} /></details>}
    </div>
  );
};

/** Each with what it means and what to do about it. */
const Errors = ({ call: { responses }, examples }: { call: Call; examples: ProblemExamples }) => (
  <ul class="api-fields">
    {Object.entries(responses).filter(([status]) => !isGood(status)).flatMap(([status, response]) => problemsIn(response).map((kind) => (
      <li key={kind} class="api-field">
        <span class="chip broken">{status}</span> <Link to={`/problems/${kind}`}>{kind}</Link> <strong>{examples[kind]?.value.title}</strong>
        <div class="api-about">{examples[kind]?.value.detail}</div>
      </li>
    )))}
  </ul>
);

/** One operation, whole: who may call it, with what, and what comes back. */
export const OperationPane = ({ call, examples }: { call: Call; examples: ProblemExamples }) => {
  const words = useApiDocsWords();
  const body = call.requestBody?.content['application/json'];
  return (
    <article class="api-pane" aria-labelledby="operation">
      <h1 id="operation" tabIndex={-1}>{call.summary}</h1>
      <p class="api-way"><span class={`api-method ${call.method.toLowerCase()}`}>{call.method}</span> <code>{call.path}</code></p>
      <p class="api-access">{waysIn(call, words).map((way) => <span key={way} class="chip quiet">{way}</span>)}</p>
      <Prose text={call.description} />
      <Sample label={words.call} text={curlOf(call)} />
      {call.parameters && <section><h2>{words.parameters}</h2><Parameters parameters={call.parameters} /></section>}
      {body && <section><h2>{words.body}</h2><SchemaFields schema={body.schema} />{body.example !== undefined && <JsonSample label={words.example} value={body.example} />}</section>}
      <section><h2>{words.answers}</h2>{Object.entries(call.responses).filter(([status]) => isGood(status)).map(([status, response]) => <GoodAnswer key={status} status={status} response={response} />)}</section>
      <section><h2>{words.errors}</h2><p class="api-quiet">{words.errorsLead}</p><Errors call={call} examples={examples} /></section>
    </article>
  );
};
