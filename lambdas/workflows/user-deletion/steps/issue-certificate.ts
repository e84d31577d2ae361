import { deletionSecrets } from '../../../accounts/deletion-secrets.ts';
import { readPlan } from '../../../adapters/deletion-progress.ts';
import { deletionMoved, phaseRecorded, readPhases, recordsKept } from '../../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readTenant } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox, type Mailbox } from '../../../adapters/mailbox.ts';
import { kmsSigner, type Signer } from '../../../adapters/signer.ts';
import type { Store, Write } from '../../../adapters/store.ts';
import { vault, type Vault } from '../../../adapters/vault.ts';
import { waitsForHold, type DeletionRequest } from '../../../domain/deletion-request.ts';
import { BusinessRefusal, Fenced } from '../../../domain/errors.ts';
import { nextEnd, type KeptBack } from '../../../domain/kept-back.ts';
import type { DataCategory } from '../../../domain/legal-hold.ts';
import { certificateIssued } from '../../../erasure/certificate.ts';
import { erasureCompleted } from '../../../erasure/ledger.ts';
import { openSeal, sealDestroyed } from '../../../erasure/seal.ts';
import { sendOnce } from '../../../kit/mail-once.ts';
import { certificateUrl, mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import type { StepInput } from '../../../kit/work.ts';
import { aboutIt } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

interface Ports { readonly store: Store; readonly vault: Vault; readonly mailbox: Mailbox; readonly signer: Signer }

/**
 * The last mail, to an address that only the seal still knows; then one transaction in which the seal and its key go, the request is
 * completed and everybody is told. Whoever dies before it does all of it again, but for the mail. Where something is kept back, as whoever
 * verified has found, it is not completed: it waits for the end of that.
 */
export const issueCertificate: StepBody<Ports> = async (input, ports) => {
  const { run, now } = input;
  const { request, kept } = await aboutIt(ports.store, run);
  // A twin of this very call was faster; the pipeline finds the step done.
  if (request.status === 'COMPLETED' || waitsForHold(request)) throw new Fenced('it has come to its end');
  const [phases, plan] = await Promise.all([readPhases(ports.store, request), readPlan(ports.store, request)]);
  const left = keptOn(plan?.leftOut ?? [], kept, now);
  const sent = await lastMail(input, ports, { request, ...left });
  const all = { request, kept, phases, plan };
  const [issued, completed, records] = await Promise.all([
    certificateIssued(ports, all, now), erasureCompleted(ports.store, all, now), recordsKept(ports.store, request, left.heldCategories.length === 0)]);
  return {
    writes: [...sent, ...issued, ...completed, ...sealDestroyed(request), ended(request, left, now), ...records, phaseRecorded(request, 'certificate', { status: 'DONE', now })],
    event: { userId: request.userId, requestId: request.requestId, ...(left.heldCategories.length > 0 && { heldCategories: left.heldCategories }) },
  };
};

interface KeptOn { readonly heldCategories: readonly DataCategory[]; readonly heldUntil: string | undefined }
const keptOn = (heldCategories: readonly DataCategory[], kept: KeptBack, now: Date): KeptOn =>
  ({ heldCategories, heldUntil: heldCategories.length === 0 ? undefined : nextEnd(kept, heldCategories, now) });

const ended = (request: DeletionRequest, { heldCategories, heldUntil }: KeptOn, now: Date): Write => (heldCategories.length === 0
  ? deletionMoved(request, 'COMPLETED', { endedAt: now.toISOString(), heldCategories: undefined, heldUntil: undefined }, now)
  : deletionMoved(request, 'PARTIALLY_ERASED', { heldCategories, heldUntil }, now));

/** An address that takes no mail keeps nobody from being erased. */
async function lastMail(input: StepInput, ports: Ports, { request, heldCategories: held, heldUntil }: KeptOn & { readonly request: DeletionRequest }): Promise<readonly Write[]> {
  const [person, tenant, { receipt }] = await Promise.all([openSeal(ports.store, ports.vault, request), readTenant(ports.store, request.tenantId), deletionSecrets(ports.vault, request)]);
  if (!person?.contact) return [];
  const { firstName } = person.contact;
  return sendOnce(input, ports, person.contact, {
    // By it alone the person hears that it is over, so it may come twice rather than not at all.
    recipient: input.subject, whenUnknown: 'send once more',
    compose: () => ({ template: 'deletion_completed', firstName, tenantName: tenant?.name ?? '', certificateUrl: certificateUrl(request.requestId, receipt.token), held, ...(heldUntil !== undefined && { heldUntil }) }),
  }).catch((error: unknown) => {
    if (error instanceof BusinessRefusal && error.name === 'AddressRejected') return [];
    throw error;
  });
}

export const handler = step(userDeletion, 'IssueCertificate', issueCertificate, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()), signer: kmsSigner() };
});
