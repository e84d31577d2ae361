import type { Reply } from './reply.ts';

/** Acts whose outcome is not known yet. */
const open = new Map<string, string>();

/**
 * Sends an act under a key of its own. After trouble the same act goes out under the same key, so that it is done once however often
 * somebody presses; once the service has answered, the next one is another act.
 */
export const keyed = async <T,>(act: string, body: unknown, send: (header: { readonly 'Idempotency-Key': string }) => Promise<Reply<T>>): Promise<Reply<T>> => {
  const name = JSON.stringify([act, body]);
  const key = open.get(name) ?? crypto.randomUUID();
  open.set(name, key);
  const reply = await send({ 'Idempotency-Key': key });
  if (reply.kind !== 'trouble') open.delete(name);
  return reply;
};
