import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { closing } from '../kit/closing.ts';
import { workflowOf } from '../workflows/index.ts';

/** Closes the runs of every process that adds nothing of its own to the closing transaction. */
export const handler = closing(workflowOf, () => Promise.resolve({}), () => ({ store: dynamodbStore() }));
