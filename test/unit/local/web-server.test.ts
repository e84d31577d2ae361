import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../local/ports.ts';
import { startWebServer, type WebServer } from '../../../local/web-server.ts';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const CONSOLE_HEADERS = { 'content-security-policy': "default-src 'self'", 'x-frame-options': 'DENY' };

let seen: Seen[];
let api: Server;
let web: WebServer;
let consoleDir: string;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = (await request.toArray()).map(String).join('');
  seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
  response.writeHead(request.url?.endsWith('/busy') === true ? 503 : 422, { 'content-type': 'application/problem+json', 'set-cookie': '__Host-session=1; Secure', 'retry-after': '7' });
  response.end('{"title":"no"}');
}

beforeAll(async () => {
  const apiPort = await freePort();
  api = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => api.listen(apiPort, '127.0.0.1', () => listening()));
  consoleDir = await mkdtemp(join(tmpdir(), 'console-'));
  await writeFile(join(consoleDir, 'index.html'), '<title>Console</title>');
  await writeFile(join(consoleDir, 'app.js'), 'export {};');
  const apiUrl = `http://127.0.0.1:${apiPort}/_aws/execute-api/abc123/$default`;
  web = await startWebServer({ port: await freePort(), apiUrl, consoleDir, headers: CONSOLE_HEADERS });
});

beforeEach(() => {
  seen = [];
});

afterAll(async () => {
  await web.stop();
  api.close();
  await rm(consoleDir, { recursive: true });
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(new URL(path, web.url), init);

test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])('%s under /api reaches the API without the /api', async (method) => {
  await ask('/api/users/u-1/roles?limit=2&cursor=a%2Fb', { method });
  expect(seen).toMatchObject([{ method, url: '/_aws/execute-api/abc123/$default/users/u-1/roles?limit=2&cursor=a%2Fb' }]);
});

test('the body reaches the API as it was sent, also when it is no valid JSON', async () => {
  const body = '{"email": "王@example.com", ';
  await ask('/api/auth/register', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  expect(seen[0]?.body).toBe(body);
});

test('credentials and idempotency key reach the API', async () => {
  const headers = { authorization: 'Bearer t', 'idempotency-key': 'k', cookie: '__Host-session=1', 'accept-language': 'en' };
  await ask('/api/me', { headers });
  expect(seen[0]?.headers).toMatchObject(headers);
});

test('the API learns the address of the client, behind those it was told of', async () => {
  await ask('/api/health');
  await ask('/api/health', { headers: { 'x-forwarded-for': '203.0.113.9' } });
  expect(seen[0]?.headers['x-forwarded-for']).toMatch(/^(::1|127\.0\.0\.1)$/);
  expect(seen[1]?.headers['x-forwarded-for']).toMatch(/^203\.0\.113\.9, (::1|127\.0\.0\.1)$/);
});

test('status, headers and body of the API come back untouched', async () => {
  const response = await ask('/api/auth/login', { method: 'POST', body: '{}' });
  expect(response.status).toBe(422);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/problem+json',
    'set-cookie': '__Host-session=1; Secure',
    'retry-after': '7',
  });
  expect(response.headers.has('x-frame-options')).toBe(false);
  expect(await response.text()).toBe('{"title":"no"}');
});

test('an API that is busy is asked once', async () => {
  expect((await ask('/api/busy')).status).toBe(503);
  expect(seen).toHaveLength(1);
});

test.each(['/', '/verify?token=abc', '/workflows/runs/user_registration-1'])('%s is the console, with its security headers', async (path) => {
  const response = await ask(path);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('<title>Console</title>');
  expect(Object.fromEntries(response.headers)).toMatchObject({ ...CONSOLE_HEADERS, 'content-type': expect.stringContaining('text/html') });
  expect(seen).toEqual([]);
});

test('a file of the console is served with its type and the security headers', async () => {
  const response = await ask('/app.js');
  expect(await response.text()).toBe('export {};');
  expect(Object.fromEntries(response.headers)).toMatchObject({ ...CONSOLE_HEADERS, 'content-type': expect.stringContaining('javascript') });
});

test('a file that does not exist is 404 and not the console', async () => {
  const response = await ask('/missing.js');
  expect(response.status).toBe(404);
  expect(Object.fromEntries(response.headers)).toMatchObject(CONSOLE_HEADERS);
});

test('nothing outside the console folder is served', async () => {
  const response = await ask('/..%2f..%2fetc%2fhostname');
  expect(response.status).not.toBe(200);
});

test('a taken port is an error that names the port and the variable that moves it', async () => {
  const port = Number(new URL(web.url).port);
  const second = startWebServer({ port, apiUrl: 'http://127.0.0.1:1', consoleDir, headers: {} });
  await expect(second).rejects.toThrow(new RegExp(`Port ${port} .*CONSOLE_PORT`));
});
