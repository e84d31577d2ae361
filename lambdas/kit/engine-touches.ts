import type { Route } from './route.ts';
import { together, type Touches } from './touches.ts';
import type { StepDeclaration, WorkflowDeclaration } from './workflow.ts';

/** What the pipelines and the engine's own functions touch; a declaration adds only what its business touches. */

export const stepTouches = (step: StepDeclaration): Touches => together(
  { tables: { ledger: ['GetItem', 'UpdateItem'], ...(step.publishes && { events: ['PutItem'] }) } }, step.touches);

export const claimTouches: Touches = {
  tables: { identity: ['GetItem', 'UpdateItem'], ledger: ['GetItem', 'PutItem', 'UpdateItem'], events: ['PutItem', 'UpdateItem'] },
};

export const completeTouches = ({ closing = {} }: WorkflowDeclaration): Touches =>
  together({ tables: { ledger: ['GetItem', 'Query', 'UpdateItem'], events: ['PutItem'] } }, closing);

export const parkTouches: Touches = { tables: { ledger: ['GetItem', 'Query', 'UpdateItem'], events: ['PutItem'] } };

export const relayTouches: Touches = { tables: { events: ['UpdateItem'] }, putsEvents: true };
export const sweeperTouches: Touches = { tables: { events: ['GetItem', 'Query', 'UpdateItem'] }, putsEvents: true };

/** Whoever must prove who he is costs one consistent batch read: the session and the authorization item. */
export const routeTouches = (route: Route): Touches =>
  (route.access === 'public' ? route.touches : together({ tables: { identity: ['BatchGetItem'] } }, route.touches));
