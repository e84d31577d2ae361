import { cursorFrom } from '../../adapters/cursor.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { tenantOf } from '../../kit/tenant-scope.ts';
import { MAX_PAGE } from '../fields.ts';
import { getTimeline } from './routes.ts';
import { isBehind, newestFirst, positionIn } from './timeline-position.ts';
import { entriesOf } from './timeline-entries.ts';

/** A page goes on behind the last thing shown, whichever source that came from: what is added meanwhile is newer, and moves nothing. */
export const handler = endpoint(getTimeline, async ({ query: { limit = MAX_PAGE, cursor, subject: userId, ...query }, caller, origin }, { store }) => {
  const after = cursor === undefined ? undefined : positionIn(cursor);
  const entries = await entriesOf(store, { tenantId: tenantOf(caller, query), userId }, { after, atLeast: limit + 1 }, origin.language);
  const left = entries.filter(({ position }) => !after || isBehind(position, after)).toSorted((one, other) => newestFirst(one.position, other.position));
  const page = left.slice(0, limit);
  const last = page.at(-1);
  return { status: 200, body: { items: page.map(({ item }) => item), ...(last && left.length > limit && { cursor: cursorFrom({ ...last.position }) }) } };
}, () => ({ store: dynamodbStore() }));
