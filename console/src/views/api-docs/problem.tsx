import { Link } from '../../navigation.tsx';
import type { ApiDocument } from './document.ts';
import { callsOf, problemsIn } from './document.ts';
import { JsonSample } from './sample.tsx';
import { SchemaFields } from './schema-fields.tsx';
import { useApiDocsWords } from './words.ts';

/** What one `type` of problem means, and who answers it: the page that the type itself leads to. */
export const ProblemPane = ({ kind, document }: { kind: string; document: ApiDocument }) => {
  const words = useApiDocsWords();
  const example = document.components.examples[kind]?.value;
  const answering = callsOf(document).filter(({ responses }) => Object.values(responses).some((response) => problemsIn(response).includes(kind)));
  if (!example) return <article class="api-pane"><h1 tabIndex={-1}>{words.unknownProblem}</h1><p>{words.unknownProblemLead}</p></article>;
  return (
    <article class="api-pane" aria-labelledby="problem">
      <h1 id="problem" tabIndex={-1}>{example.title}</h1>
      <p class="api-way"><span class="chip broken">{example.status}</span> <code>{example.type}</code></p>
      <p>{example.detail}</p>
      <JsonSample label={words.example} value={example} />
      <details><summary>{words.fields}</summary><SchemaFields schema={document.components.schemas.Problem} /></details>
      <section>
        <h2>{words.answeredBy}</h2>
        <ul class="api-errors">{answering.map(({ operationId, method, path }) => <li key={operationId}><Link to={`/api-docs?op=${operationId}`}>{method} {path}</Link></li>)}</ul>
      </section>
    </article>
  );
};
