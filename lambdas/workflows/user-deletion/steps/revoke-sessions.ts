import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { chunkedStep } from '../../../kit/step.ts';
import { sweptPhase } from '../swept-phase.ts';
import { userDeletion } from '../workflow.ts';

/** None of them has let anybody in since the request; now they are gone. */
export const revokeSessions = sweptPhase({ phase: 'access', part: 'RevokeSessions', areas: ({ name }) => name === 'sessions' });

export const handler = chunkedStep(userDeletion, 'RevokeSessions', revokeSessions, () => ({ store: dynamodbStore() }));
