import { isDeletionAccess, type Route } from './route.ts';
import { together, type Touches } from './touches.ts';
import type { StepDeclaration, Undo, WorkflowDeclaration } from './workflow.ts';

/** What the pipelines and the engine's own functions touch; a declaration adds only what its business touches. */

export const stepTouches = (step: StepDeclaration): Touches => together(
  { tables: { ledger: ['GetItem', 'UpdateItem', ...(step.leadsBack ? ['Query' as const] : [])], ...(step.publishes && { events: ['PutItem'] }) } }, step.touches);

export const claimTouches: Touches = {
  tables: { identity: ['GetItem', 'UpdateItem'], ledger: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'], events: ['PutItem', 'UpdateItem'] },
};

export const completeTouches = ({ closing = {} }: WorkflowDeclaration): Touches =>
  together({ tables: { ledger: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], events: ['PutItem'] } }, closing);

/** An undo also reads the record of the step that it undoes. */
export const undoTouches = ({ touches }: Undo): Touches => together({ tables: { ledger: ['GetItem', 'UpdateItem'] } }, touches);

export const beginCompensationTouches: Touches = {
  tables: { ledger: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], events: ['PutItem'] }, startsCompensations: true,
};
export const claimCompensationTouches: Touches = { tables: { ledger: ['GetItem', 'UpdateItem'] } };
export const recordCompensationTouches: Touches = { tables: { ledger: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], events: ['PutItem'], audit: ['PutItem'] } };

/** The rest of a run is another execution's. */
export const continueTouches: Touches = { tables: { ledger: ['GetItem', 'UpdateItem'], events: ['GetItem'] }, startsRuns: true };

export const parkTouches: Touches = { tables: { ledger: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], events: ['PutItem'] } };

/** Whoever looks after a run that nobody else looks after does what its machine would have done. */
const reconcilingTouches: Touches = {
  tables: { ledger: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], events: ['GetItem', 'PutItem'], audit: ['PutItem'] },
  startsCompensations: true, startsRuns: true, endsExecutions: true, ringsDeadLetters: true,
};
export const executionEndedTouches: Touches = reconcilingTouches;
export const relayTouches: Touches = { tables: { events: ['UpdateItem'], ledger: ['PutItem'] }, putsEvents: true };
export const sweeperTouches: Touches = { tables: { events: ['GetItem', 'Query', 'UpdateItem'], ledger: ['PutItem'] }, putsEvents: true };

/** What `notedAct` touches on behalf of whoever acts on runs. */
export const actTouches: Touches = { tables: { identity: ['GetItem', 'ConditionCheckItem'], ledger: ['Query'], audit: ['PutItem'] } };

/** What the bulk retries touch that whoever works them off does. */
export const bulkRetryTouches: Touches = together(actTouches, {
  tables: { ledger: ['ConditionCheckItem', 'GetItem', 'Query', 'UpdateItem'], events: ['GetItem'] },
  startsCompensations: true, startsRuns: true, silencesDeadLetters: true,
});

export const reconcilerTouches: Touches = together(reconcilingTouches, bulkRetryTouches, {
  tables: { identity: ['GetItem', 'UpdateItem'], ledger: ['BatchGetItem'] }, silencesDeadLetters: true,
});

export const mailFeedbackTouches: Touches = { tables: { identity: ['GetItem', 'UpdateItem'], audit: ['PutItem'] } };

export const deletionsDueTouches: Touches = {
  tables: {
    identity: ['GetItem', 'UpdateItem'], ledger: ['GetItem', 'Query', 'UpdateItem', 'ConditionCheckItem'], events: ['Query', 'PutItem'], audit: ['PutItem'],
  },
};

export const residueSearchTouches: Touches = {
  tables: { identity: ['Scan'], keys: ['Scan'], audit: ['Scan'], events: ['Scan'], ledger: ['GetItem', 'PutItem', 'Scan', 'UpdateItem'], erasures: ['Query'] },
};

export const unverifiedTouches: Touches = {
  tables: {
    identity: ['GetItem', 'Query', 'UpdateItem', 'DeleteItem'], keys: ['DeleteItem'], events: ['GetItem', 'PutItem'], ledger: ['GetItem', 'Query', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'], audit: ['PutItem'],
  },
};

/**
 * What the pipeline itself touches. Whoever must prove who he is costs one consistent batch read, the credential and the
 * authorization item, and once a minute the note that he was here. A kept answer is found by a keyed hash.
 */
export const pipelineTouches = ({ access, idempotent }: Pick<Route, 'access' | 'idempotent'>): { readonly note: Touches; readonly rest: Touches } => ({
  note: access === 'public' ? {} : { tables: { identity: ['UpdateItem'] } },
  rest: together(
    access === 'public' ? {} : { tables: { identity: ['BatchGetItem'], ...(isDeletionAccess(access) && { ledger: ['GetItem'] }) } },
    idempotent ? { tables: { identity: ['GetItem', 'PutItem'], keys: ['GetItem'] }, unwrapsTenantKeys: true } : {}),
});
export const routeTouches = (route: Route): Touches => together(...Object.values(pipelineTouches(route)), route.touches);

/** What `mailOnce` touches on behalf of a step. */
export const mailTouches = {
  tables: { identity: ['GetItem'], keys: ['GetItem'], ledger: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] },
  unwrapsTenantKeys: true, sendsMail: true,
} as const satisfies Touches;
