import type { Subject } from '../adapters/identity.ts';
import { readKeptReply, replyKept } from '../adapters/kept-replies.ts';
import { ConditionFailed, type Store, type Write } from '../adapters/store.ts';
import type { PersonKey, Vault } from '../adapters/vault.ts';
import type { Caller } from './authentication.ts';
import type { HttpEvent } from './http-request.ts';
import { Problem } from './problem.ts';
import { IDEMPOTENCY_HEADER, IDEMPOTENCY_KEY, type Route } from './route.ts';

/** An answer that may be kept: no headers and no cookies, and nothing secret. */
export interface Kept { readonly status: number; readonly body?: unknown }

interface Ports { readonly store?: Store; readonly vault?: Vault }
interface Asked {
  readonly route: Pick<Route, 'method' | 'path'>;
  readonly caller: Caller | undefined;
  /** Whose it is where nobody has proven who he is, and the request does not name it. */
  readonly tenantId?: string | undefined;
  /** As the schemas left it: neither spaces nor the order of fields make another request. */
  readonly input: { readonly body?: unknown; readonly params?: unknown };
}

/** A request that may come again. */
export interface Repeatable {
  /** @throws Problem 422 when the key came with another request */
  answeredBefore(): Promise<Kept | undefined>;
  keeping(answer: Kept): Promise<Write>;
}

/**
 * The request by its key: the same word of another tenant, caller or route is another key. The tenant is the caller's own, on a
 * public route the one that he names. Undefined without a key, and for a tenant that does not exist: nothing can be done twice.
 * @throws Problem 400 for a key that is none
 */
export async function requestUnderKey(
  { headers }: Pick<HttpEvent, 'headers'>, { route, caller, tenantId: known, input }: Asked, { store, vault }: Ports, now: Date,
): Promise<Repeatable | undefined> {
  const key = headers[IDEMPOTENCY_HEADER.toLowerCase()];
  if (key === undefined) return undefined;
  if (!IDEMPOTENCY_KEY.test(key)) throw new Problem('invalid-request', [{ pointer: `/${IDEMPOTENCY_HEADER}`, code: 'wrong-format' }]);
  if (!store || !vault) throw new Error('a route that takes idempotency keys needs store and vault');
  const tenantId = caller?.tenantId ?? known ?? String((input.body as { readonly tenantId?: unknown } | undefined)?.tenantId);
  const scope = [caller?.userId ?? 'public', route.method, route.path];
  const keyHash = await vault.fingerprint(tenantId, JSON.stringify(['key', ...scope, key]));
  const fingerprint = await vault.fingerprint(tenantId, JSON.stringify(['request', ...scope, input]));
  return keyHash === undefined || fingerprint === undefined ? undefined : repeatable({ store, vault }, { tenantId, userId: caller?.userId, keyHash, fingerprint }, now);
}

interface UnderKey { readonly tenantId: string; readonly userId: string | undefined; readonly keyHash: string; readonly fingerprint: string }

const repeatable = ({ store, vault }: Required<Ports>, { tenantId, userId, keyHash, fingerprint }: UnderKey, now: Date): Repeatable => ({
  async answeredBefore() {
    const before = await readKeptReply(store, tenantId, keyHash, now);
    if (before && before.fingerprint !== fingerprint) throw new Problem('idempotency-key-reused');
    return before && { status: before.status, ...(before.body !== undefined && { body: await opened(vault, { tenantId, userId }, before.body) }) };
  },
  async keeping({ status, body }) {
    const sealed = body === undefined ? undefined : await sealedFor(vault, { tenantId, userId }, body);
    return replyKept(tenantId, keyHash, { fingerprint, status, ...(sealed !== undefined && { body: sealed }) }, now);
  },
});

type Whose = Pick<UnderKey, 'tenantId' | 'userId'>;

/** An answer is its reader's: sealed under his own key, so that it goes with him; under the tenant's where nobody has said who he is, and holds ids. */
async function sealedFor(vault: Vault, { tenantId, userId }: Whose, body: unknown): Promise<string> {
  return userId === undefined ? vault.sealForTenant(tenantId, JSON.stringify(body)) : (await keyOf(vault, { tenantId, userId })).seal('answer', body);
}

async function opened(vault: Vault, { tenantId, userId }: Whose, sealed: string): Promise<unknown> {
  return userId === undefined ? JSON.parse(await vault.openForTenant(tenantId, sealed)) as unknown : (await keyOf(vault, { tenantId, userId })).open('answer', sealed);
}

/** @throws Problem 401 for whoever is gone meanwhile */
async function keyOf(vault: Vault, subject: Subject): Promise<PersonKey> {
  const key = await vault.personKey(subject);
  if (!key) throw new Problem('unauthenticated');
  return key;
}

/**
 * The command's one transaction, with its answer where the request may come again. Who loses against the same request at the
 * same moment answers what the winner did.
 * @throws as `transact` does; positions of failed conditions are those of the writes
 */
export async function committed(store: Store, writes: readonly Write[], answer: Kept, request: Repeatable | undefined): Promise<Kept> {
  const kept = await request?.keeping(answer);
  const all = kept ? [...writes, kept] : writes;
  if (all.length === 0) return answer;
  return store.transact(all).then(() => answer, async (error: unknown) => {
    const winners = error instanceof ConditionFailed && error.concerns(all, kept) ? await request?.answeredBefore() : undefined;
    if (!winners) throw error;
    return winners;
  });
}

/** Whoever is refused because the very same request was faster answers what that one did. */
export const unlessAnswered = <Answer>(request: Repeatable | undefined, work: Promise<Answer>): Promise<Answer | Kept> => work.catch(async (error: unknown) => {
  const winners = error instanceof Problem ? await request?.answeredBefore() : undefined;
  if (!winners) throw error;
  return winners;
});
