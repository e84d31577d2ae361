import type { Item, TableName } from '../../lambdas/adapters/store.ts';
import { scan } from './local-aws-contents.ts';
import type { DeployedPlatform } from './local-aws-platform.ts';
import type { Snapshot } from './memory-store.ts';
import { tableNames } from './tables.ts';

type Everything = Readonly<Record<TableName, readonly Item[]>>;

/** Everything that lies in the tables of a local AWS, read once for all who ask at the same time. */
export class SharedContents {
  readonly #platform: DeployedPlatform;
  #reading: Promise<Everything> | undefined;
  #next: Promise<Everything> | undefined;

  constructor(platform: DeployedPlatform) {
    this.#platform = platform;
  }

  /** As it is from now on: what somebody began to read before is no answer. */
  async read(): Promise<Everything> {
    this.#next ??= this.#after(this.#reading);
    return this.#next;
  }

  async #after(reading: Promise<unknown> | undefined): Promise<Everything> {
    await reading?.catch(() => undefined);
    this.#reading = this.#all();
    this.#next = undefined;
    return this.#reading;
  }

  async #all(): Promise<Everything> {
    const pairs = await Promise.all(tableNames.map(async (table) => [table, await scan(this.#platform, table) as Item[]] as const));
    return Object.fromEntries(pairs) as unknown as Everything;
  }
}

/** People, and events, from which runs have their names. */
const NAMES = /\b(?:usr_[\w-]+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/g;

/** What is of one tenant: whatever names it, and what names in its key somebody or a run of it. */
export function ofTenant(everything: Everything, tenantId: string): Snapshot {
  const texts = new Map(tableNames.flatMap((table) => everything[table].map((item) => [item, JSON.stringify(item)] as const)));
  const own = new Set([...texts].flatMap(([item, text]) => (text.includes(tenantId) ? [item] : [])));
  const names = new Set([...own].flatMap((item) => (texts.get(item) ?? '').match(NAMES) ?? []));
  const isOwn = (item: Item): boolean => own.has(item) || (item.pk.match(NAMES) ?? []).some((name) => names.has(name));
  return Object.fromEntries(tableNames.map((table) => [table, everything[table].filter(isOwn)])) as unknown as Snapshot;
}
