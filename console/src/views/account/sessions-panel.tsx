import type { Answer } from '../../api/client.ts';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Block, Panel } from '../../parts/block.tsx';
import { logOut } from '../../session.ts';
import { useShellWords } from '../../shell/words.ts';
import { lookOf } from '../../states/families.ts';
import { Chip } from '../../states/status-chip.tsx';
import { Moment } from '../../time/moment.tsx';
import { useAccountWords } from './words.ts';

type Session = Answer<'/me/sessions', 'get'>['items'][number];
const most = 100;

const ended = (id: string) => keyed(`end session ${id}`, undefined, (header) => replyTo(api.DELETE('/me/sessions/{id}', { params: { path: { id }, header } })));

const Row = ({ session: { id, createdAt, lastSeenAt, expiresAt, current }, changed }: { session: Session; changed: () => void }) => {
  const { sessions: words } = useAccountWords();
  const { logOut: logOutName } = useShellWords();
  return (
    <tr>
      <td data-label={words.began}><Moment at={createdAt} />{current && <> <Chip look={lookOf('RUNNING')}>{words.current}</Chip></>}</td>
      <td data-label={words.seen}><Moment at={lastSeenAt} /></td>
      <td data-label={words.ends}><Moment at={expiresAt} /></td>
      <td>{current ? <button type="button" class="button plain small" onClick={() => void logOut()}>{logOutName}</button>
        : <ActButton act={{ ...words.end, asksNoReason: true, isDestructive: true, run: () => ended(id), onRequested: changed }} />}</td>
    </tr>
  );
};

/** Where somebody is logged in, and the way out of each. */
export const SessionsPanel = () => {
  const { sessions: words } = useAccountWords();
  const live = useLive('my sessions', () => replyTo(api.GET('/me/sessions', { params: { query: { limit: most } } })), pace.overview);
  return (
    <Panel id="sessions" title={words.title}>
      <Block live={live} lines={2}>{({ items }) => (
        <table class="rows own-sessions">
          <thead><tr><th>{words.began}</th><th>{words.seen}</th><th>{words.ends}</th><th /></tr></thead>
          <tbody>{items.map((each) => <Row key={each.id} session={each} changed={live.refresh} />)}</tbody>
        </table>
      )}</Block>
    </Panel>
  );
};
