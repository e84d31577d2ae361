import type { Route } from '../kit/route.ts';
import * as auth from './auth/routes.ts';
import * as invitations from './invitations/routes.ts';
import * as platform from './platform/routes.ts';
import * as workflows from './workflows/routes.ts';

/** Every endpoint there is. The HTTP routes, the functions behind them and the OpenAPI document follow from this list. */
export const routes: readonly Route[] = [platform, auth, invitations, workflows].flatMap((group) => Object.values(group).filter(isRoute));

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'path' in value && 'answers' in value;
}
