import createClient from 'openapi-fetch';
import type { paths } from './schema.ts';

const longestWait = 15_000;

/**
 * Every call there is, typed by the OpenAPI document. Same origin, so that the browser sends the session's cookie and the `Origin`
 * by which the service tells our own pages from others. Use it through `replyTo`, which turns whatever happens into one result.
 *
 * Whatever changes something takes an `Idempotency-Key`: one for an act, kept when it is tried again after trouble.
 */
export const api = createClient<paths>({
  baseUrl: '/api',
  cache: 'no-store',
  redirect: 'error',
  fetch: (request) => fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(longestWait)]) }),
});

/** Messages come in the language that the page is in. */
api.use({
  onRequest: ({ request }) => {
    request.headers.set('accept-language', document.documentElement.lang);
  },
});

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';
type JsonOf<Response> = Response extends { readonly content: { readonly 'application/json': infer Body } } ? Body : undefined;
type ResponsesOf<Operation> = Operation extends { readonly responses: infer Responses } ? Responses : never;
type Good = 200 | 201 | 202 | 204;

/** What a call answers when it is good: `Answer<'/workflows/runs', 'get'>`. */
export type Answer<Path extends keyof paths, M extends Method> =
  ResponsesOf<paths[Path][M]> extends infer Responses ? { [Status in keyof Responses & Good]: JsonOf<Responses[Status]> }[keyof Responses & Good] : never;
