import type * as z from 'zod/mini';
import type { RateLimitName } from '../domain/rate-limit.ts';
import type { Permission } from '../domain/role.ts';
import type { Touches } from './touches.ts';

/**
 * Who may call: everybody, whoever has logged in, whoever has logged in or shows an API key, or whoever holds the permission, of
 * several all. There is no default.
 */
export type Access = 'public' | 'session' | 'any credential' | Permission | readonly [Permission, ...Permission[]];

export const IDEMPOTENCY_HEADER = 'Idempotency-Key';
/** Visible ASCII. */
export const IDEMPOTENCY_KEY = /^[!-~]{1,255}$/;

type Shape = z.ZodMiniType<Readonly<Record<string, unknown>>>;

/**
 * One endpoint, declared: the HTTP route, its function's role, the validation and the OpenAPI document all follow from it.
 * Plain data; the handler lies in `api/<group>/<name>.ts`.
 */
export interface Route<Body extends Shape | undefined = Shape | undefined, Params extends Shape | undefined = Shape | undefined, Query extends Shape | undefined = Shape | undefined> {
  readonly group: string;
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Honours an `Idempotency-Key`: for everything that changes something, unless doing it twice is harmless or must not be replayed. */
  readonly idempotent?: true;
  /** Which limits of the stage it counts towards; beyond them it answers 429. */
  readonly rateLimits?: readonly RateLimitName[];
  /** Per status what a good answer looks like; undefined for an answer without a body. */
  readonly answers: Readonly<Record<number, z.ZodMiniType | undefined>>;
  /** Problems beyond those that every endpoint may answer. */
  readonly problems?: readonly number[];
  readonly touches: Touches;
}

export const defineRoute = <Body extends Shape | undefined = undefined, Params extends Shape | undefined = undefined, Query extends Shape | undefined = undefined>(
  route: Route<Body, Params, Query>): Route<Body, Params, Query> => route;
