import type { Context } from 'aws-lambda';
import FakeTimers from '@sinonjs/fake-timers';
import { addressKey, type Subject } from '../../lambdas/adapters/identity.ts';
import type { Item, Store } from '../../lambdas/adapters/store.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { stepEntry } from '../../lib/entry-points.ts';
import { sessionOf } from './deletions.ts';
import { beginErasure, deletionSteps, readyToErase } from './erasures.ts';
import { memoryKeyWrapper } from './memory-key-wrapper.ts';
import { memorySigner } from './memory-signer.ts';
import { MemoryMailbox } from './memory-mailbox.ts';
import { MemoryTables, type Snapshot } from './memory-store.ts';
import { named } from './function-host.ts';

/** The moment before each step of one deletion, as it was lived through once, to be lived through thousands of times. */
export interface PhaseScene { readonly snapshot: Snapshot; readonly now: number; readonly event: unknown }
export interface Lived {
  readonly subject: Subject; readonly requestId: string; readonly own: string; readonly admin: string;
  readonly scenes: Readonly<Record<string, PhaseScene>>;
  /** As it was before it was asked for. */
  readonly before: Snapshot;
  /** The partition of the person's address. */
  readonly address: string;
}

export async function livedThrough(): Promise<Lived> {
  const { world, subject, other } = await readyToErase(2);
  const own = await sessionOf(world);
  const admin = await world.administratorSession();
  const before = world.tables.snapshot();
  const { blindIndex } = await world.user(subject);
  const seen: Record<string, Omit<PhaseScene, 'event'>> = {};
  for (const step of deletionSteps) world.inject(step, async (proceed) => {
    seen[step] = { snapshot: without(world.tables.snapshot(), other), now: Date.now() };
    return proceed();
  });
  const requestId = await beginErasure(world, subject);
  await world.settle();
  const scenes = Object.fromEntries(deletionSteps.map((step) => {
    const event = world.host.traffic.find(({ entry }) => entry === entryOf(step));
    const scene = seen[step];
    if (!event || !scene) throw new Error(`${step} never ran`);
    return [step, { ...scene, event: JSON.parse(event.text) as unknown }];
  }));
  world.end();
  return { subject, requestId, own, admin, scenes, before, address: addressKey(subject.tenantId, blindIndex).pk };
}

/** Whoever is not in the story costs time. */
const without = (snapshot: Snapshot, { userId }: Subject): Snapshot =>
  Object.fromEntries(Object.entries(snapshot).map(([table, items]: [string, readonly Item[]]) => [table, items.filter(({ pk }) => !pk.includes(userId))])) as unknown as Snapshot;

const entryOf = (step: string): string => stepEntry(workflowOf('user_deletion'), { step });

type Bound = (event: unknown, context: Context) => Promise<unknown>;
interface Handler { readonly with: (ports: object) => Bound }
const handlers = new Map<string, Handler>();
async function handlerOf(step: string): Promise<Handler> {
  const known = handlers.get(step) ?? (await import(`../../${entryOf(step)}`) as { readonly handler: Handler }).handler;
  handlers.set(step, known);
  return known;
}

const context = { awsRequestId: 'r', functionName: 'f' } as Context;
export const portsOf = (store: Store): object => ({
  store, vault: vault(store, memoryKeyWrapper()), mailbox: new MemoryMailbox(), signer: memorySigner(),
  executions: { startCompensation: nothing, startRun: nothing, look: () => Promise.resolve('gone'), stop: nothing },
});
function nothing(): Promise<void> {
  return Promise.resolve();
}

const TRIES = 8;
/** As its state would call it: once more after what may pass by itself. */
export async function doStep(step: string, { event }: PhaseScene, store: Store): Promise<string> {
  const handler = (await handlerOf(step)).with(portsOf(store));
  for (let tried = 1; ; tried += 1) {
    try {
      const { status } = await handler(event, context) as { readonly status: string };
      if (status !== 'MORE') return status;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'TransientFailure' || tried === TRIES) throw error;
    }
  }
}

/** The deletion to its end, in its order: what is done already says so. */
export async function finish({ scenes }: Lived, store: Store): Promise<void> {
  let at = 0;
  for (let done = 0; at < deletionSteps.length; done += 1) {
    const step = deletionSteps[at] ?? '';
    const scene = scenes[step];
    if (!scene || done > 3 * deletionSteps.length) throw named('the deletion never ends');
    at = await doStep(step, scene, store) === 'AGAIN' ? deletionSteps.indexOf('DeletePersonalData') : at + 1;
  }
}

export const tablesAt = ({ snapshot }: PhaseScene): MemoryTables => {
  const tables = new MemoryTables();
  tables.restore(snapshot);
  return tables;
};

/** It is that moment, and no time passes. */
export const atTheTimeOf = ({ now }: PhaseScene): { readonly uninstall: () => void } => FakeTimers.install({ now, toFake: ['Date'] });
