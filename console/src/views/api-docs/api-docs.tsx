import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { replyTo, type Failure } from '../../api/reply.ts';
import { languageNow } from '../../language.tsx';
import { Link, path, query } from '../../navigation.tsx';
import { Waiting } from '../../parts/block.tsx';
import { FailureNote } from '../../parts/empty.tsx';
import type { ApiDocument, Call } from './document.ts';
import { callsOf, documentIn, matches } from './document.ts';
import { FirstCalls } from './first-calls.tsx';
import { OperationPane } from './operation.tsx';
import { ProblemPane } from './problem.tsx';
import { Prose } from './prose.tsx';
import { useApiDocsWords } from './words.ts';

type Reading = { readonly kind: 'none' } | { readonly kind: 'read'; readonly document: ApiDocument } | { readonly kind: 'failed'; readonly failure: Failure };

const useDocument = () => {
  const [reading, setReading] = useState<Reading>({ kind: 'none' });
  const read = async () => {
    const reply = await replyTo(api.GET('/openapi.json'));
    const document = reply.kind === 'answer' ? documentIn(reply.value) : undefined;
    if (document) setReading({ kind: 'read', document });
    else setReading({ kind: 'failed', failure: reply.kind === 'answer' ? { kind: 'trouble', cause: 'failing' } : reply });
  };
  useEffect(() => void read(), [languageNow.value]);
  return { reading, read };
};

const Entry = ({ call, isHere }: { call: Call; isHere: boolean }) => (
  <li>
    <Link to={`/api-docs?op=${call.operationId}`} class="api-entry" aria-current={isHere ? 'page' : undefined}>
      <span class={`api-method ${call.method.toLowerCase()}`}>{call.method}</span><span>{call.summary}</span>
    </Link>
  </li>
);

const Operations = ({ document, here }: { document: ApiDocument; here: string | undefined }) => {
  const words = useApiDocsWords();
  const [sought, setSought] = useState('');
  const found = callsOf(document).filter((call) => matches(call, sought));
  return (
    <nav class="api-list" aria-label={words.operations}>
      <input type="search" class="api-search" aria-label={words.filter} placeholder={words.filter} value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
      <p><Link to="/api-docs" class="api-entry">{words.start}</Link></p>
      {found.length === 0 && <p class="api-quiet" role="status">{words.none}</p>}
      {document.tags.map(({ name }) => {
        const ofGroup = found.filter(({ tags }) => tags.includes(name));
        return ofGroup.length > 0 && (
          <section key={name}><h2>{name}</h2><ul>{ofGroup.map((call) => <Entry key={call.operationId} call={call} isHere={call.operationId === here} />)}</ul></section>
        );
      })}
    </nav>
  );
};

const Introduction = ({ document: { info, tags } }: { document: ApiDocument }) => {
  const words = useApiDocsWords();
  return (
    <article class="api-pane">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="api-quiet">{info.title} {info.version} · {words.english}</p>
      <p><a href="/api/openapi.json">{words.raw}</a></p>
      <FirstCalls />
      <Prose text={info.description} />
      <h2>{words.groups}</h2>
      <dl class="api-groups">{tags.map(({ name, description }) => <div key={name}><dt>{name}</dt><dd>{description}</dd></div>)}</dl>
    </article>
  );
};

const Pane = ({ document, here }: { document: ApiDocument; here: string | undefined }) => {
  const problem = /^\/problems\/([a-z-]+)$/.exec(path.value)?.[1];
  if (problem) return <ProblemPane kind={problem} document={document} />;
  const call = callsOf(document).find(({ operationId }) => operationId === here);
  return call ? <OperationPane call={call} examples={document.components.examples} key={call.operationId} /> : <Introduction document={document} />;
};

/** The API, readable by anybody: what there is, how to call it, and what may go wrong. */
const ApiDocsView = () => {
  const { reading, read } = useDocument();
  const here = query.value.get('op') ?? undefined;
  useEffect(() => {
    document.querySelector<HTMLElement>('.api-pane h1')?.focus();
  }, [here, path.value, reading.kind]);
  if (reading.kind === 'none') return <Waiting lines={8} />;
  if (reading.kind === 'failed') return <FailureNote failure={reading.failure} retry={() => void read()} />;
  return <div class="api-docs"><Operations document={reading.document} here={here} /><Pane document={reading.document} here={here} /></div>;
};

export default ApiDocsView;
