import type { Route } from '../kit/route.ts';
import * as auth from './auth/routes.ts';
import * as bulk from './bulk/routes.ts';
import * as configuration from './configuration/routes.ts';
import * as deletion from './deletion/routes.ts';
import * as history from './history/routes.ts';
import * as invitations from './invitations/routes.ts';
import * as me from './me/routes.ts';
import * as overview from './overview/routes.ts';
import * as platform from './platform/routes.ts';
import * as records from './records/routes.ts';
import * as roles from './roles/routes.ts';
import * as statistics from './statistics/routes.ts';
import * as tenants from './tenants/routes.ts';
import * as users from './users/routes.ts';
import * as workflows from './workflows/routes.ts';

/** Every endpoint there is. The HTTP routes, the functions behind them and the OpenAPI document follow from this list. */
export const routes: readonly Route[] = [platform, auth, me, bulk, configuration, deletion, history, invitations, overview, records, roles, statistics, tenants, users, workflows].flatMap((group) => Object.values(group).filter(isRoute));

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'path' in value && 'answers' in value;
}
