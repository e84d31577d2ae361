import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { Link } from '../../navigation.tsx';
import { Block } from '../../parts/block.tsx';
import { Copyable } from '../../parts/copy.tsx';
import { Facts } from '../../parts/facts.tsx';
import { may, session } from '../../session.ts';
import type { ViewProps } from '../../shell/places.ts';
import { Moment } from '../../time/moment.tsx';
import { HoldPanel } from '../deletions/hold.tsx';
import { Address, AddressSwitch } from './address.tsx';
import type { Person } from './people.tsx';
import { nameOf } from './people.tsx';
import { CorrectAddress, RequestDeletion } from './person-acts.tsx';
import { RolesPanel } from './roles-panel.tsx';
import { PersonChip } from './status.tsx';
import { Timeline } from './timeline.tsx';
import { usePeopleWords } from './words.ts';

/** A hold needs no deletion that somebody asked for. */
const PersonHold = ({ userId }: { userId: string }) => {
  const live = useLive(`hold of ${userId}`, () => replyTo(api.GET('/users/{id}/legal-hold', { params: { path: { id: userId } } })), pace.list);
  return <Block live={live} lines={2}>{({ hold, allowedActions }) => <HoldPanel userId={userId} hold={hold ?? undefined} allowedActions={allowedActions} refresh={live.refresh} />}</Block>;
};

const isOpen = ({ status }: Person): boolean => status === 'active' || status === 'pending_verification';
const isBeingDeleted = ({ status }: Person): boolean => status === 'deletion_pending' || status === 'deleting';

const Head = ({ person, refresh }: { person: Person; refresh: () => void }) => {
  const words = usePeopleWords();
  const isOther = isOpen(person) && person.userId !== session.value?.userId;
  return (
    <header class="view-head">
      <h1><bdi class="long-name">{nameOf(person, words)}</bdi> <PersonChip status={person.status} /></h1>
      <div class="acts">
        <AddressSwitch />
        {isOther && may('users:manage') && <CorrectAddress userId={person.userId} done={refresh} />}
        {isOther && may('users:delete') && <RequestDeletion userId={person.userId} />}
      </div>
    </header>
  );
};

const Known = ({ person }: { person: Person }) => {
  const words = usePeopleWords();
  const { facts } = words;
  const { userId, email, emailVerified, undeliverable, createdAt } = person;
  return (
    <>
      <Facts of={[
      [facts.address, <><Address of={email} />{undeliverable && <span class="wrong"> {facts.undeliverable}</span>}</>], [facts.verified, emailVerified ? words.verified : words.notVerified],
      [facts.joined, <Moment at={createdAt} />], [facts.id, <Copyable text={userId} label={facts.id} />],
    ]} />
    <p class="ways">
      {may('workflows:read') && <Link to={`/runs?subject=${encodeURIComponent(userId)}`}>{words.runs}</Link>}
      {isBeingDeleted(person) && may('users:delete') && <Link to="/deletions">{words.openDeletions}</Link>}
    </p>
    </>
  );
};

/** One person: who she is, what she may do now, and everything that has happened. */
const PersonView = ({ params: { userId = '' } }: ViewProps) => {
  const words = usePeopleWords();
  const live = useLive(`person ${userId}`, () => replyTo(api.GET('/users/{id}', { params: { path: { id: userId } } })), pace.list);
  return (
    <>
      <p class="back"><Link to="/people">{words.back}</Link></p>
      <Block live={live} lines={4} isPage>{(person) => (
        <>
          <Head person={person} refresh={live.refresh} />
          <Known person={person} />
          {may('roles:read') && <RolesPanel userId={userId} isOpen={isOpen(person)} changed={live.refresh} />}
          {may('users:delete') && <PersonHold userId={userId} />}
        </>
      )}</Block>
      {may('audit:read') && may('workflows:read') && <Timeline userId={userId} />}
    </>
  );
};

export default PersonView;
