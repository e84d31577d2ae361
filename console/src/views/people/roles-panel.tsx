import type { Answer } from '../../api/client.ts';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { PermissionNames } from '../../names/permissions.tsx';
import { ActButton } from '../../parts/act-button.tsx';
import { Block, Panel } from '../../parts/block.tsx';
import { Actor } from '../../parts/person.tsx';
import { may } from '../../session.ts';
import { Moment } from '../../time/moment.tsx';
import { AssignRole } from './assign-role.tsx';
import { usePeopleWords } from './words.ts';

type Held = Answer<'/users/{id}/roles', 'get'>['items'][number];

const revoked = (userId: string, roleId: string, reason: string) =>
  keyed(`revoke ${userId} ${roleId}`, reason, (header) => replyTo(api.DELETE('/users/{id}/roles/{roleId}', { params: { path: { id: userId, roleId }, header }, body: { reason } })));

const Row = ({ userId, role, isOpen, changed }: { userId: string; role: Held; isOpen: boolean; changed: () => void }) => {
  const { roles: words } = usePeopleWords();
  const { roleId, name, permissions, grantedAt, grantedBy, expiresAt } = role;
  const revoke = {
    name: words.revoke.name, effect: words.revoke.effect({ role: name }), requested: words.revoke.requested, isDestructive: true, onRequested: changed,
    run: (reason: string) => revoked(userId, roleId, reason),
  };
  return (
    <tr>
      <td><bdi>{name}</bdi><span class="sub">{words.permissions}<PermissionNames of={permissions} /></span></td>
      <td data-label={words.since}><Moment at={grantedAt} /></td>
      <td data-label={words.by}>{grantedBy === 'system' ? words.fromStart : <Actor id={grantedBy} />}</td>
      <td data-label={words.until}>{expiresAt ? <Moment at={expiresAt} /> : words.forGood}</td>
      <td>{isOpen && may('roles:manage') && <ActButton act={revoke} />}</td>
    </tr>
  );
};

/** What a person may do now, and the way to give her more or less while her account is open. */
export const RolesPanel = ({ userId, isOpen, changed }: { userId: string; isOpen: boolean; changed: () => void }) => {
  const { roles: words } = usePeopleWords();
  const live = useLive(`roles of ${userId}`, () => replyTo(api.GET('/users/{id}/roles', { params: { path: { id: userId } } })), pace.list);
  const refresh = () => {
    live.refresh();
    changed();
  };
  return (
    <Panel id="roles" title={words.title} aside={isOpen && may('roles:manage') && <AssignRole userId={userId} held={live.value?.items.map(({ roleId }) => roleId) ?? []} done={refresh} />}>
      <Block live={live} lines={2}>{({ items }) => (items.length === 0 ? <p class="panel-body">{words.none}</p> : (
        <table class="rows held-roles">
          <thead><tr><th>{words.name}</th><th>{words.since}</th><th>{words.by}</th><th>{words.until}</th><th /></tr></thead>
          <tbody>{items.map((role) => <Row key={role.roleId} userId={userId} role={role} isOpen={isOpen} changed={refresh} />)}</tbody>
        </table>
      ))}</Block>
    </Panel>
  );
};
