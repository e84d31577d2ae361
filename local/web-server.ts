import { extname, resolve } from 'node:path';
import fastifyProxy from '@fastify/http-proxy';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { assertPortFree } from './ports.ts';

const API = '/api';

export interface WebServerOptions {
  readonly port: number;
  /** Where `/api/*` goes, without the `/api`. */
  readonly apiUrl: string;
  readonly consoleDir: string;
  /** Set on every answer that is not the API's. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface WebServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** What the CloudFront distribution is on AWS: console and API under one origin. Throws when the port is taken. */
export async function startWebServer({ port, apiUrl, consoleDir, headers }: WebServerOptions): Promise<WebServer> {
  await assertPortFree(port, 'CONSOLE_PORT');
  const server = fastify({ forceCloseConnections: true });
  passToApi(server, new URL(apiUrl));
  serveConsole(server, consoleDir, headers);
  await server.listen({ port, host: 'localhost' });
  return { url: `http://localhost:${port}/`, stop: async () => server.close() };
}

function passToApi(server: FastifyInstance, api: URL): void {
  server.register(fastifyProxy, {
    prefix: API,
    upstream: api.origin,
    rewritePrefix: api.pathname.replace(/\/$/, ''),
    // The API's 503 is the caller's to see, not to be tried again here.
    retryMethods: [],
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => ({
        ...headers,
        'x-forwarded-for': [headers['x-forwarded-for'], request.ip].flat().filter(Boolean).join(', '),
      }),
    },
  });
}

function serveConsole(server: FastifyInstance, consoleDir: string, headers: Readonly<Record<string, string>>): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith(`${API}/`)) reply.headers(headers);
  });
  server.register(fastifyStatic, { root: resolve(consoleDir), cacheControl: false });
  server.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const isPage = extname(path) === '' && (request.method === 'GET' || request.method === 'HEAD');
    return isPage ? reply.sendFile('index.html') : reply.code(404).type('text/plain').send('Not found');
  });
}
