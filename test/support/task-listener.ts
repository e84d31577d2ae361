import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod/mini';
import { freePort } from '../../local/ports.ts';

const began = z.object({ arn: z.string(), machine: z.string(), input: z.string() });
const ended = z.object({ arn: z.string(), status: z.enum(['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'RUNNING']) });
const calls = z.object({ arn: z.string(), state: z.string(), tried: z.number(), resource: z.string(), parameters: z.unknown() });
export type Began = z.infer<typeof began>;
export type Ended = z.infer<typeof ended>;
export type Asked = z.infer<typeof calls>;

/** What a state's call is answered in its place; nothing, and it makes the call itself. */
export type InItsPlace = { readonly result: unknown } | { readonly error: string; readonly cause: string } | Readonly<Record<string, never>>;

/** Whoever wants to hear of executions of a local AWS, and to be asked before a state calls anything. */
export interface Listening {
  began(execution: Began): void;
  ended(execution: Ended): void;
  calls(call: Asked): Promise<InItsPlace>;
}

export interface TaskListener { readonly address: string; stop(): Promise<void> }

/** The other side of local/task_calls.py. */
export async function listenToTasks(listening: Listening): Promise<TaskListener> {
  const port = await freePort();
  const server = createServer((request, response) => {
    answer(listening, request).then(
      (given) => response.end(JSON.stringify(given)),
      (error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.keepAliveTimeout = 1_000;
  await new Promise<void>((resolve) => { server.listen(port, '127.0.0.1', resolve); });
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}

async function answer(listening: Listening, request: IncomingMessage): Promise<InItsPlace> {
  const told: unknown = JSON.parse(await text(request));
  switch (request.url ?? '') {
    case '/began': listening.began(began.parse(told)); return {};
    case '/ended': listening.ended(ended.parse(told)); return {};
    case '/calls': return listening.calls(calls.parse(told));
    default: throw new Error(`nobody listens to ${request.url}`);
  }
}
