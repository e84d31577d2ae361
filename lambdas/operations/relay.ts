import middy from '@middy/core';
import { eventBridge, type Bus } from '../adapters/bus.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { appendedIn } from '../adapters/event-stream.ts';
import type { Store } from '../adapters/store.ts';
import { bindable } from '../kit/bindable.ts';
import { publishStored } from './publishing.ts';

interface Ports { readonly store: Store; readonly bus: Bus }

/** From the event table's stream to the bus. */
export const handler = bindable((): Ports => ({ store: dynamodbStore(), bus: eventBridge() }), (ports: Ports) => middy<unknown, void>()
  .handler((stream) => publishStored(appendedIn(stream), ports)));
