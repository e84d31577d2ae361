import { replyTo } from '../../../console/src/api/reply.ts';

const problem = { type: '/problems/not-found', title: 'Not found', status: 404, detail: 'There is no such thing.', requestId: 'r-1' };
const refused = (status: number, error: unknown, headers: Record<string, string> = { 'content-type': 'application/problem+json' }) =>
  replyTo(Promise.resolve({ error, response: new Response(null, { status, headers }) }));

test('a good answer is its value, also where there is none', async () => {
  expect(await replyTo(Promise.resolve({ data: { status: 'ok' }, response: new Response('{}') }))).toEqual({ kind: 'answer', value: { status: 'ok' } });
  expect(await replyTo(Promise.resolve({ response: new Response(null, { status: 204 }) }))).toEqual({ kind: 'answer', value: undefined });
});

test('a problem of the caller’s making is a refusal, with all that the service said', async () => {
  const errors = [{ pointer: '/reason', code: 'required', detail: 'is missing' }, 'nonsense'];
  expect(await refused(404, { ...problem, errors })).toEqual({
    kind: 'refusal', status: 404, problem: { type: problem.type, title: problem.title, detail: problem.detail, requestId: 'r-1', errors: [errors[0]] },
  });
});

test('a limit is trouble that passes, and says when', async () => {
  expect(await refused(429, problem, { 'content-type': 'application/problem+json', 'retry-after': '7' }))
    .toMatchObject({ kind: 'trouble', cause: 'busy', retryAfterSeconds: 7, problem: expect.not.objectContaining({ detail: expect.anything() }) });
});

test('what comes from a proxy, breaks down, says nothing or never arrives is trouble', async () => {
  expect(await refused(404, '<html>', { 'content-type': 'text/html' })).toEqual({ kind: 'trouble', cause: 'failing' });
  expect(await refused(503, problem)).toMatchObject({ kind: 'trouble', cause: 'failing', problem: { requestId: 'r-1' } });
  expect(await replyTo(Promise.resolve({ response: new Response('') }))).toEqual({ kind: 'trouble', cause: 'failing' });
  expect(await replyTo(Promise.reject(new SyntaxError('not JSON')))).toEqual({ kind: 'trouble', cause: 'failing' });
  expect(await replyTo(Promise.reject(new TypeError('Failed to fetch')))).toEqual({ kind: 'trouble', cause: 'unreachable' });
});
