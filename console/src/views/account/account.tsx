import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { permissionName, type Permission } from '../../names/permissions.tsx';
import { Block, Panel } from '../../parts/block.tsx';
import { Copyable } from '../../parts/copy.tsx';
import { Facts } from '../../parts/facts.tsx';
import { may, session } from '../../session.ts';
import { Moment } from '../../time/moment.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { LeavePanel } from './leave-panel.tsx';
import type { Me } from './profile-draft.ts';
import { ProfilePanel } from './profile-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { useAccountWords } from './words.ts';

/** By their names where the reader may look them up. */
const NamedRoles = ({ ids }: { ids: readonly string[] }) => {
  const { value } = useLive('roles', () => replyTo(api.GET('/roles')), pace.seldom);
  return <>{ids.map((id) => value?.items.find(({ roleId }) => roleId === id)?.name ?? id).join(' · ')}</>;
};

const Roles = ({ ids }: { ids: readonly string[] }) => {
  const { noRoles, roles } = useAccountWords();
  if (ids.length === 0) return <>{noRoles}</>;
  return may('roles:read') ? <NamedRoles ids={ids} /> : <>{ids.map((id) => roles[id] ?? id).join(' · ')}</>;
};

const Known = ({ me: { email, emailVerified, userId, createdAt, roleIds } }: { me: Me }) => {
  const { facts, verified, notVerified } = useAccountWords();
  return (
    <Facts of={[
      [facts.address, <bdi>{email}</bdi>], [facts.verification, emailVerified ? verified : notVerified], [facts.tenant, session.value?.tenant.name],
      [facts.roles, <Roles ids={roleIds} />], [facts.joined, <Moment at={createdAt} />], [facts.id, <Copyable text={userId} label={facts.id} />],
    ]} />
  );
};

const PermissionsPanel = ({ own }: { own: readonly Permission[] }) => {
  const { permissions: words } = useAccountWords();
  return (
    <Panel id="permissions" title={words.title}>
      <div class="panel-body">
        {own.length === 0 ? <p>{words.none}</p> : <ul class="permission-list">{own.map((each) => <li key={each}><code>{each}</code> <span class="sub">{permissionName(each)}</span></li>)}</ul>}
        <p class="hint">{words.lead}</p>
      </div>
    </Panel>
  );
};

/** What is the reader's own: who she is here, what she may, where she is logged in, and the keys of her programs. */
const AccountView = () => {
  const words = useAccountWords();
  const me = useLive('me', () => replyTo(api.GET('/me')), undefined);
  const permissions = useLive('my permissions', () => replyTo(api.GET('/me/permissions')), pace.overview);
  const own = permissions.value?.permissions ?? [];
  return (
    <>
      <header class="view-head"><h1>{words.title}</h1></header>
      <Block live={me} lines={8}>{(value) => (
        <>
          <Known me={value} />
          <ProfilePanel key={value.userId} me={value} changed={me.refresh} />
        </>
      )}</Block>
      <SessionsPanel />
      <KeysPanel own={own} />
      <Block live={permissions} lines={3}>{() => <PermissionsPanel own={own} />}</Block>
      {session.value && <LeavePanel userId={session.value.userId} />}
    </>
  );
};

export default AccountView;
