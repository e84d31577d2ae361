import type { Answer } from '../../api/client.ts';
import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { useRows } from '../../live/rows.ts';
import { Link } from '../../navigation.tsx';
import { Waiting } from '../../parts/block.tsx';
import { Empty, FailureNote } from '../../parts/empty.tsx';
import { RowsBar, RowsFoot } from '../../parts/rows-bar.tsx';
import { Moment } from '../../time/moment.tsx';
import { Address, AddressSwitch } from './address.tsx';
import { PersonChip } from './status.tsx';
import type { PeopleWords } from './words.ts';
import { usePeopleWords } from './words.ts';

export type Person = Answer<'/users', 'get'>['items'][number];
const inOnePage = 50;

export const nameOf = ({ firstName, lastName }: Person, words: PeopleWords): string => [firstName, lastName].filter(Boolean).join(' ') || words.noName;

const Row = ({ person, isGone, roleName }: { person: Person; isGone: boolean; roleName: (id: string) => string }) => {
  const words = usePeopleWords();
  const { columns } = words;
  const name = nameOf(person, words);
  return (
    <tr class={isGone ? 'is-gone' : ''}>
      <td class="cut"><Link to={`/people/${encodeURIComponent(person.userId)}`} class="row-link" data-row="" title={name}><bdi>{name}</bdi></Link></td>
      <td class="cut" data-label={columns.address}><Address of={person.email} /></td>
      <td><PersonChip status={person.status} /></td>
      <td data-label={columns.roles}>{person.roles.map(roleName).join(' · ') || words.noRoles}</td>
      <td data-label={columns.joined}><Moment at={person.createdAt} /></td>
    </tr>
  );
};

/** The people of the tenant. */
const People = () => {
  const words = usePeopleWords();
  const { columns } = words;
  const roles = useLive('roles', () => replyTo(api.GET('/roles')), pace.seldom);
  const rows = useRows<Person>({
    key: 'people', idOf: ({ userId }) => userId, isBefore: (row, last) => row.createdAt > last.createdAt,
    ask: (cursor) => replyTo(api.GET('/users', { params: { query: { cursor, limit: inOnePage } } })),
  });
  const { live: { value, failure, refresh } } = rows;
  const roleName = (id: string): string => roles.value?.items.find(({ roleId }) => roleId === id)?.name ?? id;
  return (
    <>
      <header class="view-head"><h1>{words.title}</h1><AddressSwitch /></header>
      <p class="hint">{words.lead}</p>
      {value === undefined && (failure ? <FailureNote failure={failure} retry={refresh} /> : <Waiting lines={8} />)}
      {value !== undefined && rows.rows.length === 0 && <Empty kind="nothing yet" title={words.none} />}
      {rows.rows.length > 0 && (
        <div class="panel">
          <RowsBar rows={rows} />
          <table class="rows people">
            <thead><tr><th>{columns.name}</th><th>{columns.address}</th><th>{columns.status}</th><th>{columns.roles}</th><th>{columns.joined}</th></tr></thead>
            <tbody>{rows.rows.map(({ row, id, isGone }) => <Row key={id} person={row} isGone={isGone} roleName={roleName} />)}</tbody>
          </table>
          <RowsFoot rows={rows} />
        </div>
      )}
    </>
  );
};

export default People;
