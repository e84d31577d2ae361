import { createServer } from 'node:net';
import { errorCode } from './error-code.ts';

const LOOPBACK = ['127.0.0.1', '::1'] as const;

/** A port nobody listens on at this moment, for tests that start a server of their own. */
export async function freePort(): Promise<number> {
  const server = await listen(0, '127.0.0.1');
  await server.close();
  return server.port;
}

/** Throws an error that names the port and the environment variable that moves it when the port is taken. */
export async function assertPortFree(port: number, variable: string): Promise<void> {
  for (const host of LOOPBACK) {
    if (await isTaken(port, host)) {
      throw new Error(`Port ${port} is already in use. Stop what uses it, or choose another: ${variable}=${port + 1}`);
    }
  }
}

/** The port a variable names, or the default. Throws when the variable holds no port. */
export function portFrom(variable: string, otherwise: number): number {
  const text = process.env[variable] ?? '';
  if (text === '') return otherwise;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`${variable} must be a port between 1 and 65535, and is "${text}"`);
  }
  return port;
}

async function isTaken(port: number, host: string): Promise<boolean> {
  try {
    await (await listen(port, host)).close();
    return false;
  } catch (error) {
    // A machine without IPv6 has no ::1 that could be taken.
    return errorCode(error) === 'EADDRINUSE';
  }
}

function listen(port: number, host: string): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('no port was assigned'));
      return resolve({ port: address.port, close: () => new Promise((closed) => server.close(() => closed())) });
    });
  });
}
