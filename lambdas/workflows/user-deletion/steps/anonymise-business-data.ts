import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { chunkedStep } from '../../../kit/step.ts';
import { sweptPhase } from '../swept-phase.ts';
import { userDeletion } from '../workflow.ts';

/** The tenant's business goes on without the person: what is left says nothing of anybody, and nothing leads back. */
export const anonymiseBusinessData = sweptPhase({ phase: 'business_data', areas: ({ phase }) => phase === 'business_data' });

export const handler = chunkedStep(userDeletion, 'AnonymiseBusinessData', anonymiseBusinessData, () => ({ store: dynamodbStore() }));
