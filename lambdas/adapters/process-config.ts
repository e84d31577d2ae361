import * as z from 'zod/mini';
import { configChange, runtimeConfig, type ConfigChange, type Difference, type RuntimeConfig } from '../domain/process-config.ts';
import { PLATFORM } from '../domain/tenant.ts';
import { asRead, whenAbsent, type Item, type Key, type Page, type Store, type Write } from './store.ts';

/**
 * What was set for a process, in layers: the platform's, and over it each tenant's own. A layer is one item that is compared and
 * set, and a history that is only ever added to.
 */
const layerOf = (tenantId: string, type: string): string => (tenantId === PLATFORM ? `CONFIG#${type}` : `TENANT#${tenantId}#CONFIG#${type}`);
export const configKey = (tenantId: string, type: string): Key => ({ pk: layerOf(tenantId, type), sk: 'CONFIG' });
const entryKey = (tenantId: string, type: string, version: number): Key => ({ pk: layerOf(tenantId, type), sk: `V#${String(version).padStart(12, '0')}` });

const layerItem = z.object({ set: configChange, changes: z.number(), changedBy: z.string(), changedAt: z.string() });
export type ConfigLayer = z.infer<typeof layerItem>;

const entryItem = z.object({
  version: z.number(), set: configChange, values: runtimeConfig, before: configChange, after: configChange,
  changedBy: z.string(), changedAt: z.string(), reason: z.optional(z.string()),
});
export type ConfigEntry = z.infer<typeof entryItem>;

/** Consistent reads in one round trip, in the order of the question. Whoever changes something lets the write say whether all of them still stand. */
export async function readLayers(store: Store, type: string, tenantIds: readonly string[]): Promise<readonly (ConfigLayer | undefined)[]> {
  const items = await store.getMany(tenantIds.map((tenantId) => ({ table: 'ledger', key: configKey(tenantId, type) })));
  return items.map((item) => item && layerItem.parse(item));
}

/** The same of many processes, in one round trip as well. */
export async function readLayersOf(store: Store, types: readonly string[], tenantIds: readonly string[]): Promise<ReadonlyMap<string, readonly (ConfigLayer | undefined)[]>> {
  const items = await store.getMany(types.flatMap((type) => tenantIds.map((tenantId) => ({ table: 'ledger' as const, key: configKey(tenantId, type) }))));
  return new Map(types.map((type, nth) => [type, items.slice(nth * tenantIds.length, (nth + 1) * tenantIds.length).map((item) => item && layerItem.parse(item))]));
}

export interface NewConfig extends Difference {
  readonly tenantId: string;
  readonly type: string;
  /** The layer as it was read; somebody else's change in between makes this one fail. */
  readonly seen: ConfigLayer | undefined;
  readonly layer: ConfigLayer;
  /** What holds from now on, and the version under which it does. */
  readonly values: RuntimeConfig;
  readonly version: number;
  readonly reason: string | undefined;
}

export function configSet({ tenantId, type, seen, layer, values: held, version, before, after, reason }: NewConfig): readonly Write[] {
  const { changes, ...entry } = layer;
  return [
    { table: 'ledger', put: { ...configKey(tenantId, type), ...entry, changes }, if: asRead('changes', seen?.changes) },
    { table: 'ledger', put: { ...entryKey(tenantId, type, version), ...entry, version, values: { ...held }, before, after, ...(reason && { reason }) }, if: whenAbsent },
  ];
}

/** The layer is as it was read. */
export const layerStands = (tenantId: string, type: string, seen: ConfigLayer | undefined): Write =>
  ({ table: 'ledger', check: configKey(tenantId, type), if: asRead('changes', seen?.changes) });

/** Newest first. */
export const listConfigEntries = (store: Store, tenantId: string, type: string, page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page> =>
  store.query({ table: 'ledger', pk: layerOf(tenantId, type), skBeginsWith: 'V#', descending: true, limit: page.limit, ...(page.cursor !== undefined && { cursor: page.cursor }) });

export const parseConfigEntry = (item: Item): ConfigEntry => entryItem.parse(item);

/** What the layer had set when this version held; nothing before its first change. */
export async function layerAsOf(store: Store, tenantId: string, type: string, version: number): Promise<ConfigChange> {
  const { pk, sk } = entryKey(tenantId, type, version);
  const { items: [latest] } = await store.query({ table: 'ledger', pk, skAtMost: sk, descending: true, limit: 1 });
  return latest?.sk.startsWith('V#') ? parseConfigEntry(latest).set : {};
}
