import { readAudit } from '../../adapters/audit.ts';
import { openDeletionOf } from '../../adapters/deletion-requests.ts';
import type { Subject } from '../../adapters/identity.ts';
import { fullPage } from '../../adapters/pages.ts';
import type { Page, Store } from '../../adapters/store.ts';
import { waitsForHold } from '../../domain/deletion-request.ts';

interface AuditPage { readonly limit: number; readonly cursor?: string | undefined; readonly atMost?: string | undefined }
/** Of somebody who is erased but for what the law wants kept, that is kept and nothing else: it is read by nobody. */
export async function readableAudit(store: Store, subject: Subject, { atMost, ...page }: AuditPage): Promise<Page> {
  const open = await openDeletionOf(store, subject);
  const which = open && waitsForHold(open) ? 'those without identity' : undefined;
  return fullPage(page, (limit, cursor) => readAudit(store, subject, { limit, cursor, atMost, which }));
}
