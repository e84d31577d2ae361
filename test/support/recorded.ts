import { readFileSync } from 'node:fs';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { storedEvent } from '../../lambdas/adapters/event-store.ts';
import type { BusEvent } from './memory-bus.ts';
import type { Snapshot } from './memory-store.ts';
import { World } from './world.ts';

/** What an earlier version wrote, as it wrote it; `test/recorded/README.md` says which, and why nobody edits it. */
export interface Recording {
  /** When it was. */
  readonly at: string;
  readonly tables: Snapshot;
  readonly subject?: Subject;
  /** What started a run. */
  readonly event?: BusEvent;
  /** What machines handed to functions from here on. */
  readonly calls?: readonly { readonly entry: string; readonly handler?: string; readonly payload: unknown }[];
  /** What lay in the queues. */
  readonly messages?: readonly { readonly queue: string; readonly body: Readonly<Record<string, unknown>> }[];
}

export const recording = (version: string, name: string): Recording =>
  JSON.parse(readFileSync(new URL(`../recorded/${version}/${name}.json`, import.meta.url), 'utf8')) as Recording;

/** Today's platform over the tables of then, at that moment. What was published then is known to whoever counts. */
export async function worldOf({ at, tables, messages = [] }: Recording): Promise<World> {
  const world = World.from({ ...tables, erasures: tables.erasures ?? [] });
  await world.time.pass(Math.max(0, Date.parse(at) - Date.now()));
  world.bus.events.push(...tables.events.flatMap((item) => (item['publishedAt'] === undefined ? [] : storedEvent(item) ?? [])));
  world.machines.deadLetters.push(...messages);
  return world;
}
