import * as z from 'zod/mini';
import { readDeletion } from '../adapters/deletion-requests.ts';
import type { Store } from '../adapters/store.ts';
import { parseToken, sameHash } from '../domain/bearer-token.ts';
import type { DeletionRequest } from '../domain/deletion-request.ts';
import { authenticate, type Caller } from './authentication.ts';
import type { HttpEvent } from './http-request.ts';
import { Problem } from './problem.ts';
import type { DeletionAccess } from './route.ts';

interface Input { readonly params: unknown; readonly query: unknown; readonly body: unknown }
/** `caller` where somebody came with a credential. */
export interface AdmittedToDeletion { readonly deletion: DeletionRequest; readonly caller?: Caller }

const named = z.object({ id: z.string() });
const withReceipt = z.object({ receiptCode: z.optional(z.string()) });
const withToken = z.object({ token: z.optional(z.string()) });

/**
 * The request that the path names, for whoever may have it. What is shown counts alone, and nothing that is not shown is made up
 * for by a credential, so that a wrong code, one of another request and an absent request are answered alike.
 * @throws Problem 404 for what is shown and is wrong, and for a request of nobody in the caller's tenant; 401 for whoever shows nothing at all; 403 for whom it does not concern
 */
export async function admitToDeletion(store: Store, event: HttpEvent, access: DeletionAccess, { params, query, body }: Input): Promise<AdmittedToDeletion> {
  const { id: requestId } = named.parse(params);
  const { receiptCode } = withReceipt.parse(query ?? {});
  const { token } = access === 'mail token, receipt or users:delete' ? withToken.parse(body ?? {}) : {};
  if (receiptCode !== undefined) return { deletion: await shown(store, requestId, receiptCode, 'receiptHash') };
  if (token !== undefined) return { deletion: await shown(store, requestId, token, 'cancelHash') };
  const caller = await authenticate(store, event, 'any credential');
  const deletion = await readDeletion(store, { tenantId: caller.tenantId, requestId });
  if (caller.permissions.includes('users:delete')) return { caller, deletion: found(deletion) };
  if (access !== 'requester, receipt or users:delete' || deletion?.requestedBy !== caller.userId) throw new Problem('forbidden');
  return { caller, deletion };
}

function found(deletion: DeletionRequest | undefined): DeletionRequest {
  if (!deletion) throw new Problem('not-found');
  return deletion;
}

/** The word names the tenant and the request that it is of, so it opens no other, and what it opens is read in any case. */
async function shown(store: Store, requestId: string, word: string, which: 'receiptHash' | 'cancelHash'): Promise<DeletionRequest> {
  const token = parseToken(word);
  const deletion = await readDeletion(store, { tenantId: token?.tenantId ?? 'nowhere', requestId });
  if (!token || token.userId !== requestId || !deletion || !sameHash(deletion[which], token.hash)) throw new Problem('not-found');
  return deletion;
}
