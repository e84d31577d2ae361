import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import type { Item } from './store.ts';

/** What the event table's stream hands over: only what was just appended, never our own marks on it. */
export const appendedIn = (stream: unknown): readonly Item[] =>
  (stream as DynamoDBStreamEvent).Records
    .filter(({ eventName, dynamodb }) => eventName === 'INSERT' && dynamodb?.NewImage?.['pendingShard'] !== undefined)
    .map(({ dynamodb }) => unmarshall((dynamodb?.NewImage ?? {}) as Parameters<typeof unmarshall>[0]) as Item);
