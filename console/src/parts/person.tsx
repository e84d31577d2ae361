import { Link } from '../navigation.tsx';
import { may, session } from '../session.ts';
import { usePersonWords } from './person-words.ts';

const shownOfId = 10;
/** Enough of an id to tell one from another; the whole of it under the pointer. */
export const shortId = (id: string): string => (id.length > shownOfId + 1 ? `${id.slice(0, shownOfId)}…` : id);

/** Somebody by his id, with the way to his page where the reader may see people. */
export const PersonLink = ({ id }: { id: string }) => (may('users:read') && id.startsWith('usr_')
  ? <Link to={`/people/${encodeURIComponent(id)}`} class="above" title={id}><code>{shortId(id)}</code></Link>
  : <code title={id}>{shortId(id)}</code>);

/** Who did something: the reader himself, the platform, or somebody by his id. */
export const Actor = ({ id }: { id: string }) => {
  const words = usePersonWords();
  if (id === session.value?.userId) return <span title={id}>{words.you}</span>;
  if (id === 'system' || id === 'platform') return <span>{words[id]}</span>;
  return <PersonLink id={id} />;
};
