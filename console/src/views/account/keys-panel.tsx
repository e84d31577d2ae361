import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { PermissionNames, type Permission } from '../../names/permissions.tsx';
import { ActButton } from '../../parts/act-button.tsx';
import { Block, Panel } from '../../parts/block.tsx';
import { Copyable } from '../../parts/copy.tsx';
import { Moment } from '../../time/moment.tsx';
import type { MadeKey } from './create-key.tsx';
import { CreateKey } from './create-key.tsx';
import { useAccountWords } from './words.ts';

type ApiKey = Answer<'/me/api-keys', 'get'>['items'][number];
const most = 100;

const revoked = (id: string) => keyed(`revoke key ${id}`, undefined, (header) => replyTo(api.DELETE('/me/api-keys/{id}', { params: { path: { id }, header } })));

const Row = ({ apiKey: { id, name, permissions, createdAt, lastUsedAt, expiresAt }, changed }: { apiKey: ApiKey; changed: () => void }) => {
  const { keys: words } = useAccountWords();
  const { revoke } = words;
  return (
    <tr>
      <td><bdi class="long-name">{name}</bdi><span class="sub">{words.mayOnly}<PermissionNames of={permissions} /></span></td>
      <td data-label={words.made}><Moment at={createdAt} /></td>
      <td data-label={words.used}>{lastUsedAt ? <Moment at={lastUsedAt} /> : words.never}</td>
      <td data-label={words.expires}>{expiresAt ? <Moment at={expiresAt} /> : words.forGood}</td>
      <td><ActButton act={{ name: revoke.name, effect: revoke.effect({ name }), requested: revoke.requested, asksNoReason: true, isDestructive: true, run: () => revoked(id), onRequested: changed }} /></td>
    </tr>
  );
};

/** Stands there until its reader has put it away: nobody can be told it again. */
const Secret = ({ made: { name, secret }, dismiss }: { made: MadeKey; dismiss: () => void }) => {
  const { keys: words } = useAccountWords();
  return (
    <div class="panel-body secret" role="status">
      <p><strong>{words.secret({ name })}</strong></p>
      <p><Copyable text={secret} label={words.secretLabel} /></p>
      <p><button type="button" class="button plain small" onClick={dismiss}>{words.kept}</button></p>
    </div>
  );
};

/** Keys for programs: what each may, when it was used, and the way to revoke it. */
export const KeysPanel = ({ own }: { own: readonly Permission[] }) => {
  const { keys: words } = useAccountWords();
  const [made, setMade] = useState<MadeKey>();
  const live = useLive('my keys', () => replyTo(api.GET('/me/api-keys', { params: { query: { limit: most } } })), pace.overview);
  const done = (key: MadeKey) => {
    setMade(key);
    live.refresh();
  };
  return (
    <Panel id="api-keys" title={words.title} aside={<CreateKey own={own} done={done} />}>
      {made && <Secret made={made} dismiss={() => setMade(undefined)} />}
      <Block live={live} lines={2}>{({ items }) => (items.length === 0 ? <p class="panel-body">{words.none}</p> : (
        <table class="rows own-keys">
          <thead><tr><th>{words.name}</th><th>{words.made}</th><th>{words.used}</th><th>{words.expires}</th><th /></tr></thead>
          <tbody>{items.map((each) => <Row key={each.id} apiKey={each} changed={live.refresh} />)}</tbody>
        </table>
      ))}</Block>
    </Panel>
  );
};
