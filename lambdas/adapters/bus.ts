import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { EventDetail } from '../domain/events/event.ts';
import { EVENT_SOURCE } from '../domain/events/source.ts';
import { requiredSetting } from '../kit/settings.ts';

const ENTRIES_PER_CALL = 10;

/** The event bus. PutEvents can refuse single entries under a 200: the answer says of each whether it was acknowledged. */
export interface Bus { put(events: readonly { type: string; detail: EventDetail }[]): Promise<readonly boolean[]> }

export function eventBridge(client = new EventBridgeClient({ maxAttempts: 3 }), busName: () => string = () => requiredSetting('EVENT_BUS')): Bus {
  return {
    async put(events) {
      const acknowledged: boolean[] = [];
      for (let from = 0; from < events.length; from += ENTRIES_PER_CALL) {
        const batch = events.slice(from, from + ENTRIES_PER_CALL);
        const { Entries = [] } = await client.send(new PutEventsCommand({
          Entries: batch.map(({ type, detail }) => ({ EventBusName: busName(), Source: EVENT_SOURCE, DetailType: type, Detail: JSON.stringify(detail) })),
        }));
        acknowledged.push(...batch.map((_, position) => Entries[position]?.EventId !== undefined && !Entries[position].ErrorCode));
      }
      return acknowledged;
    },
  };
}
