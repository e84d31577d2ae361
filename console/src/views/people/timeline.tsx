import type { ComponentChildren } from 'preact';
import type { Answer } from '../../api/client.ts';
import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { useRows } from '../../live/rows.ts';
import { eventName } from '../../names/events.ts';
import { processName } from '../../names/names.ts';
import { Link } from '../../navigation.tsx';
import { Panel, Waiting } from '../../parts/block.tsx';
import { Empty, FailureNote } from '../../parts/empty.tsx';
import { Actor } from '../../parts/person.tsx';
import { RowsBar, RowsFoot } from '../../parts/rows-bar.tsx';
import { StatusChip } from '../../states/status-chip.tsx';
import { Moment } from '../../time/moment.tsx';
import type { PeopleWords } from './words.ts';
import { usePeopleWords } from './words.ts';

type Entry = Answer<'/timeline', 'get'>['items'][number];
const inOnePage = 50;

/** In a list whose other lines are no sentences. */
const endOfSentence = /[.。]$/;

const isMail = ({ kind, type = '' }: Entry): boolean => kind === 'event' && type.endsWith('email_sent');

const titleOf = ({ kind, type = '', title, status }: Entry, { timeline: words }: PeopleWords): ComponentChildren => {
  if (kind === 'run_started') return words.started({ process: processName(type) });
  if (kind === 'run_ended') return <>{words.ended({ process: processName(type) })} {status && <StatusChip state={status} />}</>;
  return kind === 'event' ? eventName(type) : title.replace(endOfSentence, '');
};

const Line = ({ entry, userId }: { entry: Entry; userId: string }) => {
  const words = usePeopleWords();
  const { at, kind, runId, actor, reason } = entry;
  const title = titleOf(entry, words);
  return (
    <li class={`timeline-entry is-${kind}`}>
      <Moment at={at} />
      <span class="timeline-kind">{words.timeline.kinds[isMail(entry) ? 'mail' : kind]}</span>
      <span class="timeline-what">
        {runId ? <Link to={`/runs/${encodeURIComponent(runId)}`} class="plain-link" data-row="">{title}</Link> : title}
        {reason && <span class="sub said">{reason}</span>}
      </span>
      <span class="timeline-who">{actor === userId ? words.timeline.self : actor && <Actor id={actor} />}</span>
    </li>
  );
};

/** Everything about one person across all processes. */
export const Timeline = ({ userId }: { userId: string }) => {
  const { timeline: words } = usePeopleWords();
  const rows = useRows<Entry>({
    key: `timeline ${userId}`, idOf: ({ at, kind, runId, eventId, action }) => [at, kind, runId, eventId, action].join(' '), isBefore: (row, last) => row.at > last.at,
    ask: (cursor) => replyTo(api.GET('/timeline', { params: { query: { subject: userId, cursor, limit: inOnePage } } })),
  });
  const { live: { value, failure, refresh } } = rows;
  return (
    <Panel id="timeline" title={words.title}>
      <p class="hint panel-body">{words.lead}</p>
      {value === undefined && (failure ? <FailureNote failure={failure} retry={refresh} /> : <Waiting lines={6} />)}
      {value !== undefined && rows.rows.length === 0 && <Empty kind="nothing yet" title={words.none} />}
      {rows.rows.length > 0 && <RowsBar rows={rows} />}
      <ol class="timeline">{rows.rows.map(({ row, id }) => <Line key={id} entry={row} userId={userId} />)}</ol>
      <RowsFoot rows={rows} />
    </Panel>
  );
};
