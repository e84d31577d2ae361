import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { chunkedStep } from '../../../kit/step.ts';
import { sweptPhase } from '../swept-phase.ts';
import { userDeletion } from '../workflow.ts';

/** Without identity, and with an end: what is left now is forgotten by the table itself when the law no longer asks for it. */
export const minimiseAuditData = sweptPhase({ phase: 'audit', areas: ({ phase }) => phase === 'audit' });

export const handler = chunkedStep(userDeletion, 'MinimiseAuditData', minimiseAuditData, () => ({ store: dynamodbStore() }));
