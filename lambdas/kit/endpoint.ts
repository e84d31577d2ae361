import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { MalformedCursor } from '../adapters/cursor.ts';
import type { Store, Write } from '../adapters/store.ts';
import type { Vault } from '../adapters/vault.ts';
import { TransientFailure } from '../domain/errors.ts';
import { negotiateLanguage } from '../domain/language.ts';
import type { DeletionRequest } from '../domain/deletion-request.ts';
import { authenticate, type Caller } from './authentication.ts';
import { bindable } from './bindable.ts';
import { bodyText, httpEvent, originOf, type HttpEvent, type Origin } from './http-request.ts';
import { committed, requestUnderKey, unlessAnswered, type Kept } from './idempotency.ts';
import { parseJsonBody, validated } from './json-body.ts';
import { log, safeError } from './log.ts';
import { documentOf, Problem } from './problem.ts';
import { isDeletionAccess, KNOWN_OR_NOT, type DeletionAccess, type Route } from './route.ts';

type Parsed<Schema> = Schema extends z.ZodMiniType<infer T> ? T : undefined;
type Shape = Route['body'];

export interface EndpointRequest<Body extends Shape, Params extends Shape, Query extends Shape> {
  readonly body: Parsed<Body>;
  readonly params: Parsed<Params>;
  readonly query: Parsed<Query>;
  readonly origin: Origin;
  /** @throws Problem 401 on a public route: nobody has proven who he is there */
  readonly caller: Caller;
  /** The same where it is no matter: undefined where nobody has proven anything. */
  readonly visitor: Caller | undefined;
  /** @throws on a route that is about no deletion */
  readonly deletion: DeletionAdmitted;
  readonly now: Date;
  /** Writes what the command changes, in one transaction, and answers; under an idempotency key the answer is written along. Throws as `Store.transact` does. */
  readonly commit: (writes: readonly Write[], answer: Kept) => Promise<Reply>;
}
export type RequestOf<Declared> = Declared extends Route<infer Body, infer Params, infer Query> ? EndpointRequest<Body, Params, Query> : never;

/** The request that the path names, and who has come with a credential; without one he has shown its receipt, or the token of its mails. */
export interface DeletionAdmitted { readonly request: DeletionRequest; readonly by: Caller | undefined }

export interface Reply { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>>; readonly cookies?: readonly string[] }

const RETRY_AFTER_S = 2;
const commonHeaders = (requestId: string) => ({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-request-id': requestId });

interface EndpointPorts { readonly store?: Store; readonly vault?: Vault }

/**
 * The one pipeline of endpoints: credential and permission, schema, work once per idempotency key, an answer that its own schema has passed; whatever
 * goes wrong is answered as problem+json, and nothing of the inside shows.
 */
export function endpoint<Body extends Shape, Params extends Shape, Query extends Shape, Ports extends EndpointPorts>(
  route: Route<Body, Params, Query>, body: (request: EndpointRequest<Body, Params, Query>, ports: Ports) => Promise<Reply>, ports: () => Ports,
  /** Adds to what was committed what must not be kept with it, also where the answer is given again. */
  completed: (kept: Reply, request: EndpointRequest<Body, Params, Query>, ports: Ports) => Promise<Reply> = (kept) => Promise.resolve(kept),
  /** For a route that is open also to whoever has no account any more: nobody else brings what proves it. */
  admitToDeletion?: AdmitToDeletion,
) {
  if (isDeletionAccess(route.access) && !admitToDeletion) throw new Error(`${route.name}: nobody would check who may call it`);
  const answer = async (raw: unknown, bound: Ports): Promise<APIGatewayProxyStructuredResultV2> => {
    const event = httpEvent.parse(raw);
    const origin = originOf(event);
    const { input, caller, deletion } = await admitted(route, event, bound, admitToDeletion);
    const now = new Date();
    const repeatable = route.idempotent ? await requestUnderKey(event, { route, caller, tenantId: deletion?.tenantId, input }, bound, now) : undefined;
    const request: EndpointRequest<Body, Params, Query> = {
      ...input as { body: Parsed<Body>; params: Parsed<Params>; query: Parsed<Query> },
      origin, now, visitor: caller, commit: (writes, kept) => committed(storeOf(bound), writes, kept, repeatable),
      get caller() {
        if (!caller) throw new Problem('unauthenticated');
        return caller;
      },
      get deletion() {
        if (!deletion) throw new Error('the route is about no deletion');
        return { request: deletion, by: caller };
      },
    };
    const reply = await completed(await repeatable?.answeredBefore() ?? await unlessAnswered(repeatable, body(request, bound)), request, bound);
    log.info('answered', { route: `${route.method} ${route.path}`, status: reply.status, requestId: origin.requestId, ...(caller && { tenantId: caller.tenantId }) });
    return answered(route, reply, origin.requestId);
  };

  return bindable(ports, (bound) => middy<unknown, APIGatewayProxyStructuredResultV2>()
    .use({ onError: (request) => { request.response = refused(request.event, request.error, `${route.method} ${route.path}`); } })
    .handler((event) => answer(event, bound)));
}

type AdmitToDeletion = (store: Store, event: HttpEvent, access: DeletionAccess, input: ReturnType<typeof inputOf>) => Promise<Omit<Admitted, 'input'>>;
interface Admitted { readonly input: ReturnType<typeof inputOf>; readonly caller?: Caller; readonly deletion?: DeletionRequest }

/** Who may not call does not learn what is wrong with his request; what proves that he may can be part of it. */
async function admitted(route: Route, event: HttpEvent, ports: EndpointPorts, admitToDeletion?: AdmitToDeletion): Promise<Admitted> {
  if (route.access === 'public') return { input: inputOf(route, event) };
  if (route.access === KNOWN_OR_NOT) {
    const caller = await authenticate(storeOf(ports), event, 'any credential').catch(unknownVisitor);
    return { input: inputOf(route, event), ...(caller && { caller }) };
  }
  if (isDeletionAccess(route.access)) {
    if (!admitToDeletion) throw new Problem('forbidden');
    const input = await inputOrCredential(route, event, ports);
    return { input, ...await admitToDeletion(storeOf(ports), event, route.access, input) };
  }
  const caller = await authenticate(storeOf(ports), event, route.access);
  return { caller, input: inputOf(route, event) };
}

function unknownVisitor(error: unknown): undefined {
  if (!(error instanceof Problem && error.kind === 'unauthenticated')) throw error;
}

/** Part of the input may be what lets him in; whoever sends something else that is wrong has to say who he is before he is told. */
async function inputOrCredential(route: Route, event: HttpEvent, ports: EndpointPorts): Promise<ReturnType<typeof inputOf>> {
  try {
    return inputOf(route, event);
  } catch (error) {
    if (event.queryStringParameters?.['receiptCode'] === undefined) await authenticate(storeOf(ports), event, 'any credential');
    throw error;
  }
}

const inputOf = ({ body, bodyMayBeMissing, params, query }: Route, event: HttpEvent) => ({
  body: body && validated(body, parseJsonBody(bodyText(event) || (bodyMayBeMissing ? '{}' : ''))),
  params: params && validated(params, event.pathParameters ?? {}),
  query: query && validated(query, event.queryStringParameters ?? {}),
});

function storeOf({ store }: EndpointPorts): Store {
  if (!store) throw new Error('a route that authenticates, commits or takes idempotency keys needs the store');
  return store;
}

function answered({ answers }: Pick<Route, 'answers'>, { status, body, headers, cookies }: Reply, requestId: string): APIGatewayProxyStructuredResultV2 {
  const schema = answers[status];
  return {
    statusCode: status,
    headers: { ...commonHeaders(requestId), ...(schema && { 'content-type': 'application/json' }), ...headers },
    ...(cookies && { cookies: [...cookies] }),
    ...(schema && { body: JSON.stringify(schema.parse(body)) }),
  };
}

/** Whatever went wrong, as the caller is told it. `route`: for the log. */
export function refused(input: unknown, error: unknown, route: string): APIGatewayProxyStructuredResultV2 {
  const event = httpEvent.safeParse(input).data;
  const requestId = event?.requestContext.requestId ?? 'unknown';
  const problem = problemOf(error);
  const fields = { route, status: problem.status, requestId };
  if (problem.status < 500) log.info('refused', fields);
  else log.error('an endpoint failed', { ...fields, error: safeError(error) });
  const language = negotiateLanguage(event?.headers['accept-language']);
  return {
    statusCode: problem.status,
    headers: {
      ...commonHeaders(requestId), 'content-type': 'application/problem+json', 'content-language': language,
      ...(problem.status === 401 && { 'www-authenticate': 'Bearer' }), ...retryAfter(problem),
    },
    body: JSON.stringify(documentOf(problem, language, requestId)),
  };
}

function retryAfter({ status, retryAfterS = status === 503 ? RETRY_AFTER_S : undefined }: Problem): Readonly<Record<string, string>> {
  return retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) };
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof MalformedCursor) return new Problem('invalid-request', [{ pointer: '/cursor', code: 'wrong-format' }]);
  return new Problem(error instanceof TransientFailure ? 'unavailable' : 'unexpected');
}
