import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { chunkedStep } from '../../../kit/step.ts';
import { sweptPhase } from '../swept-phase.ts';
import { userDeletion } from '../workflow.ts';

export const revokeApiKeys = sweptPhase({ phase: 'access', part: 'RevokeApiKeys', areas: ({ name }) => name === 'apiKeys' });

export const handler = chunkedStep(userDeletion, 'RevokeApiKeys', revokeApiKeys, () => ({ store: dynamodbStore() }));
