import * as z from 'zod/mini';
import { sameHash } from '../domain/bearer-token.ts';
import type { DeletionRequest } from '../domain/deletion-request.ts';
import type { ToldRecipient } from '../domain/told-recipient.ts';
import { deletionPartition, keptUntil, type NamedDeletion } from './deletion-requests.ts';
import { allOf, missing, whenPresent, type Item, type Key, type Store, type Write } from './store.ts';

/** Who was told of a deletion. What is known of a recipient comes from several sides, in any order, and none takes anything back. */

const RECIPIENT = 'RECIPIENT#';
const recipientKey = (named: NamedDeletion, nth: number): Key => ({ pk: deletionPartition(named), sk: `${RECIPIENT}${String(nth).padStart(3, '0')}` });

interface Addressed { readonly nth: number; readonly name: string }
type Known = Pick<DeletionRequest, 'tenantId' | 'requestId' | 'finishBy'>;

const learnt = (request: Known, { nth, name }: Addressed, what: Readonly<Record<string, string>>): Write =>
  ({ table: 'ledger', update: recipientKey(request, nth), set: { name }, setIfAbsent: { ...what, expiresAt: keptUntil(request) } });

/** Before the mail leaves: the word in it can be known again. */
export const recipientAddressed = (request: Known, recipient: Addressed, hash: string): Write => learnt(request, recipient, { hash });
export const recipientTold = (request: Known, recipient: Addressed, now: Date): Write => learnt(request, recipient, { toldAt: now.toISOString() });
export const recipientNotReached = (request: Known, recipient: Addressed, now: Date): Write => learnt(request, recipient, { notReachedAt: now.toISOString() });

/** The first time counts. */
export const recipientAcknowledged = (named: NamedDeletion, { nth }: ToldRecipient, now: Date): Write =>
  ({ table: 'ledger', update: recipientKey(named, nth), set: { acknowledgedAt: now.toISOString() }, if: allOf(whenPresent, missing('acknowledgedAt')) });

/** Only who was not told is told by hand. */
export const recipientToldByHand = (named: NamedDeletion, { nth }: ToldRecipient, { by, reason, now }: { readonly by: string; readonly reason: string; readonly now: Date }): Write => ({
  table: 'ledger', update: recipientKey(named, nth), set: { toldAt: now.toISOString(), toldBy: by, reason }, if: allOf(whenPresent, missing('toldAt'), missing('acknowledgedAt')),
});

const recipientItem = z.object({
  name: z.string(), hash: z.optional(z.string()), toldAt: z.optional(z.string()), notReachedAt: z.optional(z.string()), acknowledgedAt: z.optional(z.string()), toldBy: z.optional(z.string()), reason: z.optional(z.string()),
});
const parsed = (item: Item): ToldRecipient & { readonly hash?: string | undefined } => ({ nth: Number(item.sk.slice(RECIPIENT.length)), ...recipientItem.parse(item) });

const itemsOf = async (store: Store, named: NamedDeletion): Promise<readonly Item[]> =>
  (await store.query({ table: 'ledger', pk: deletionPartition(named), skBeginsWith: RECIPIENT })).items;

export const readRecipients = async (store: Store, named: NamedDeletion): Promise<readonly ToldRecipient[]> => (await itemsOf(store, named)).map(parsed);

export async function readRecipient(store: Store, named: NamedDeletion, nth: number): Promise<ToldRecipient | undefined> {
  const item = await store.get('ledger', recipientKey(named, nth));
  return item && parsed(item);
}

/** Whose mail held the word of this hash. */
export const recipientOf = async (store: Store, named: NamedDeletion, hash: string): Promise<ToldRecipient | undefined> =>
  (await itemsOf(store, named)).map(parsed).find((each) => each.hash !== undefined && sameHash(each.hash, hash));
