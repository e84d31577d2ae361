import middy from '@middy/core';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { eventBridge, type Bus } from '../adapters/bus.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import type { Item, Store } from '../adapters/store.ts';
import { bindable } from '../kit/bindable.ts';
import { publishStored } from './publishing.ts';

interface Ports { readonly store: Store; readonly bus: Bus }

/** From the event table's stream to the bus: only what was just appended, never our own marks on it. */
export const handler = bindable((): Ports => ({ store: dynamodbStore(), bus: eventBridge() }), (ports: Ports) => middy<unknown, void>()
  .handler(async (stream) => {
    const appended = (stream as DynamoDBStreamEvent).Records
      .filter(({ eventName, dynamodb }) => eventName === 'INSERT' && dynamodb?.NewImage?.['pendingShard'] !== undefined)
      .map(({ dynamodb }) => unmarshall((dynamodb?.NewImage ?? {}) as Parameters<typeof unmarshall>[0]) as Item);
    await publishStored(appended, ports);
  }));
