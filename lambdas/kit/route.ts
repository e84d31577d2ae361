import type * as z from 'zod/mini';
import type { RateLimitName } from '../domain/rate-limit.ts';
import type { Permission } from '../domain/role.ts';
import type { ProblemKind } from './problem-texts.ts';
import type { Touches } from './touches.ts';

/**
 * What is about a deletion is open also to the person whom it is about, who has no account any more: whoever shows the receipt of
 * that very request, or where it is to be taken back the token of its mails, needs no credential.
 */
export const deletionAccess = ['requester, receipt or users:delete', 'mail token, receipt or users:delete'] as const;
export type DeletionAccess = (typeof deletionAccess)[number];

/** Open to everybody, and whoever shows a credential that is good is known by it. */
export const KNOWN_OR_NOT = 'public or any credential';

/**
 * Who may call: everybody, whoever has logged in, whoever has logged in or shows an API key, whoever holds the permission, of
 * several all, or whoever has logged in and calls for the very account that the path names. There is no default.
 */
export type Access = 'public' | typeof KNOWN_OR_NOT | 'session' | 'any credential' | 'own account or users:delete' | DeletionAccess | Permission | readonly [Permission, ...Permission[]];
/** Those for which a credential is the only way in. */
export type CredentialAccess = Exclude<Access, 'public' | typeof KNOWN_OR_NOT | DeletionAccess>;

export const isDeletionAccess = (access: Access): access is DeletionAccess => deletionAccess.some((each) => each === access);

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
  /** A heading. */
  readonly summary: string;
  /** What a stranger must know beyond it; who may call and what may be repeated follow from the declaration. */
  readonly description?: string;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** A request without a body is one with an empty object. */
  readonly bodyMayBeMissing?: true;
  /** Honours an `Idempotency-Key`: for everything that changes something, unless doing it twice is harmless or must not be replayed. */
  readonly idempotent?: true;
  /** Which limits of the stage it counts towards; beyond them it answers 429. */
  readonly rateLimits?: readonly RateLimitName[];
  /** Per status what a good answer looks like; undefined for an answer without a body. */
  readonly answers: Readonly<Record<number, z.ZodMiniType | undefined>>;
  /** What it refuses beyond what the pipeline does (`problemsOf` has all of it). */
  readonly problems?: readonly ProblemKind[];
  readonly touches: Touches;
}

export const defineRoute = <Body extends Shape | undefined = undefined, Params extends Shape | undefined = undefined, Query extends Shape | undefined = undefined>(
  route: Route<Body, Params, Query>): Route<Body, Params, Query> => route;
