import { createHash } from 'node:crypto';
import type { World } from './world.ts';

/** Every form in which a value could stand somewhere: as it is, folded, encoded, escaped or hashed. */
export function formsOf(value: string): Readonly<Record<string, string>> {
  const bytes = Buffer.from(value);
  return {
    plain: value,
    'lower case': value.toLowerCase(),
    'URL-encoded': encodeURIComponent(value),
    base64: bytes.toString('base64').replaceAll('=', ''),
    base64url: bytes.toString('base64url'),
    hex: bytes.toString('hex'),
    'JSON-escaped': JSON.stringify(value).slice(1, -1),
    'HTML-escaped': value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('@', '&#64;'),
    'SHA-256': createHash('sha256').update(value).digest('hex'),
  };
}

/** Where a canary sings: the names of values and forms that stand in the text. */
export const found = (text: string, canaries: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(canaries).flatMap(([name, value]) =>
    Object.entries(formsOf(value)).flatMap(([form, written]) => (text.includes(written) ? [`${name} ${form}`] : [])));

/** Whatever is kept or seen by somebody else than the person: everything but his mails, his requests and their answers. */
export const placesIn = (world: World): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(world.tables.snapshot()).map(([table, items]) => [`table ${table}`, JSON.stringify(items)])),
  bus: JSON.stringify(world.bus.events),
  queues: JSON.stringify(world.machines.deadLetters),
  'machine inputs': JSON.stringify(world.machines.executions.map(({ input }) => input)),
  histories: world.machines.executions.flatMap(({ history }) => history).join('\n'),
  'traffic behind the API': world.host.traffic.filter(({ entry }) => !entry.startsWith('lambdas/api/')).map(({ text }) => text).join('\n'),
  'stream records given up': JSON.stringify(world.undelivered),
  log: world.log.lines.join('\n'),
});
