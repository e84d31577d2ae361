import { addressKey, readOwner, readTenant, readUser, type Subject, type User } from '../../adapters/identity.ts';
import { askedJustNow, requestNoted, type AskedMail } from '../../adapters/mail-requests.ts';
import type { Store, Write } from '../../adapters/store.ts';
import type { Vault } from '../../adapters/vault.ts';
import { newUserId } from '../../domain/identifier.ts';
import type { EndpointRequest, Reply } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import type { Counted } from '../../kit/rate-limits.ts';

export interface Ports { readonly store: Store; readonly vault: Vault }
type Request = Pick<EndpointRequest<undefined, undefined, undefined>, 'now' | 'commit'> & { readonly body: { readonly tenantId: string; readonly email: string } };

/** A mail that a person asks for by her address alone. */
interface Asked {
  readonly what: AskedMail;
  readonly count: (counted: Counted) => Promise<unknown>;
  /** What begins where there is somebody who has use for it; nothing for anybody else. */
  readonly begun: (subject: Subject, user: User | undefined) => readonly Write[];
}

const answer: Reply = { status: 202, body: {} };

/**
 * The same answer after the same work, whatever the address. Whether a tenant exists is no secret; whose addresses it knows is.
 * @throws Problem 429 for an address for which too much was asked
 */
export async function answerAlike(request: Request, ports: Ports, asked: Asked): Promise<Reply> {
  const { body: { tenantId, email }, now } = request;
  if (!(await readTenant(ports.store, tenantId))) return answer;
  const blindIndex = await ports.vault.blindIndex(tenantId, email);
  if (!(await askedJustNow(ports.store, asked.what, tenantId, blindIndex, now))) await asked.count({ tenantId, about: [blindIndex] });
  return optimistically(() => ask(request, ports.store, blindIndex, asked));
}

/** The same reads and one transaction for every address. */
async function ask({ body: { tenantId }, now, commit }: Request, store: Store, blindIndex: string, { what, begun }: Asked): Promise<Reply> {
  const [heard, owner] = await Promise.all([askedJustNow(store, what, tenantId, blindIndex, now), readOwner(store, addressKey(tenantId, blindIndex))]);
  const subject = { tenantId, userId: owner ?? newUserId() };
  const user = await readUser(store, subject);
  return commit(heard ? [] : [requestNoted(what, tenantId, blindIndex, now), ...begun(subject, user)], answer);
}
