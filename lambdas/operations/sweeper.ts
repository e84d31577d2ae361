import middy from '@middy/core';
import { eventBridge, type Bus } from '../adapters/bus.ts';
import { eventUndelivered } from '../adapters/dead-letters.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { OUTBOX_SHARDS, pendingIndex, pendingShard, storedEvent, UNCLAIMED_TOO_LONG_MS, unclaimedIndex, unclaimedShard } from '../adapters/event-store.ts';
import { won, type Item, type Store } from '../adapters/store.ts';
import { bindable } from '../kit/bindable.ts';
import { workflows } from '../workflows/index.ts';
import { publishStored } from './publishing.ts';

interface Ports { readonly store: Store; readonly bus: Bus }

/** The relay and the rule get this long before the sweeper steps in. */
export const PATIENCE_MS = 60_000;
const PER_SHARD = 100;

/**
 * Every minute: events that the stream never relayed, and events that should have started a run and did not. Both are
 * published again; whoever has seen them before notices by the event's id.
 */
export const handler = bindable((): Ports => ({ store: dynamodbStore(), bus: eventBridge() }), (ports: Ports) => middy<unknown, { republished: number }>()
  .handler(async () => {
    const overdue = new Date(Date.now() - PATIENCE_MS).toISOString();
    const shards = Array.from({ length: OUTBOX_SHARDS }, (_, shard) => shard);
    const pages = await Promise.all(shards.flatMap((shard) => [
      ports.store.query({ table: 'events', index: pendingIndex, pk: pendingShard(shard), skAtMost: overdue, limit: PER_SHARD }),
      ports.store.query({ table: 'events', index: unclaimedIndex, pk: unclaimedShard(shard), skAtMost: overdue, limit: PER_SHARD }),
    ]));
    const stored = await Promise.all(pages.flatMap(({ items }) => items).map(({ pk, sk }) => ports.store.get('events', { pk, sk })));
    const left = unique(stored.filter((item): item is Item => item !== undefined && ('pendingShard' in item || 'unclaimedShard' in item) && !('poison' in item)));
    await Promise.all(left.map((item) => noticeUnclaimed(ports.store, item, new Date())));
    await publishStored(left, ports);
    return { republished: left.length };
  }));

/** What nobody has claimed after so many rounds is told to somebody, once. */
async function noticeUnclaimed(store: Store, item: Item, now: Date): Promise<void> {
  const event = 'unclaimedShard' in item ? storedEvent(item) : undefined;
  const workflow = workflows.find(({ startsOn }) => startsOn.name === event?.type);
  if (!event || !workflow || Date.parse(event.detail.occurredAt) > now.getTime() - UNCLAIMED_TOO_LONG_MS) return;
  await won(store.transact([eventUndelivered(item, event.detail, workflow.type, now)]));
}

const unique = (items: readonly Item[]): readonly Item[] => [...new Map(items.map((item) => [`${item.pk} ${item.sk}`, item])).values()];
