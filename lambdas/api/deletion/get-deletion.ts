import { subjectOfDeletion } from '../../accounts/deletion-steps.ts';
import { readPlan } from '../../adapters/deletion-progress.ts';
import { readPhases } from '../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { readHold } from '../../adapters/legal-holds.ts';
import type { Store } from '../../adapters/store.ts';
import { readRecipients } from '../../adapters/told-recipients.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { extendableUntil, isBeforePivot, keptBackOf, type DeletionRequest, type PhaseProgress } from '../../domain/deletion-request.ts';
import type { LegalHold } from '../../domain/legal-hold.ts';
import { plannedFor, type PlanLine } from '../../erasure/plan.ts';
import { progressOf } from '../../erasure/progress.ts';
import { admitToDeletion } from '../../kit/deletion-access.ts';
import { endpoint } from '../../kit/endpoint.ts';
import type { DeletionView } from './deletion-schemas.ts';
import { deletionSummary, isCertified, statusUrlOf } from './deletion-view.ts';
import { actionsOnHold, holdView } from './hold-view.ts';
import { maskedPeople } from './masked-people.ts';
import { recipientView } from './recipient-view.ts';
import { getDeletion } from './routes.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

export const handler = endpoint(getDeletion, async ({ deletion: { request, by }, now }, ports: Ports) => {
  const [phases, found, hold, why, people, recipients] = await Promise.all([
    readPhases(ports.store, request), readPlan(ports.store, request), readHold(ports.store, subjectOfDeletion(request)), whyExtended(ports.vault, request),
    maskedPeople(ports, [request]), readRecipients(ports.store, request)]);
  const person = people.get(request.userId);
  // Of it the person must be told, and of whom nothing can be read any more nobody can tell.
  const extendable = person === undefined ? undefined : extendableUntil(request, now);
  const body: DeletionView = {
    ...deletionSummary(request), person: person ?? null, allowedActions: by?.permissions.includes('users:delete') ? actionsOn(request, hold, extendable) : [],
    ...(extendable !== undefined && { extendableUntil: extendable.toISOString() }), recipients: await Promise.all(recipients.map((each) => recipientView(ports.vault, request.tenantId, each))),
    phases: phases.map((phase) => phaseView(phase, found?.lines ?? [])), plan: [...found?.lines ?? plannedFor(subjectOfDeletion(request), keptBackOf(request, hold), now)], statusUrl: statusUrlOf(request),
    ...(found?.backupsExpireAt !== undefined && { backupsExpireAt: found.backupsExpireAt }),
    ...(request.searchedAt !== undefined && { lastSearch: { at: request.searchedAt, residue: request.residueFound ?? 0 } }),
    ...(hold && { hold: await holdView(ports.vault, request.tenantId, hold) }), ...(why !== undefined && { extensionReason: why }),
    ...(isCertified(request) && { certificateUrl: `${statusUrlOf(request)}/certificate` }),
  };
  return { status: 200, body };
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
}, undefined, admitToDeletion);

function phaseView(phase: PhaseProgress, plan: readonly PlanLine[]): DeletionView['phases'][number] {
  const { places: _, counts, ...told } = phase;
  const progress = progressOf(phase, plan);
  return { ...told, counts: { ...counts }, ...(progress && { progress: { ...progress } }) };
}

const actionsOn = (request: DeletionRequest, hold: LegalHold | undefined, extendable: Date | undefined): DeletionView['allowedActions'] => [
  ...(isBeforePivot(request) ? ['cancel'] as const : []), ...actionsOnHold(request, hold), ...(extendable === undefined ? [] : ['extend'] as const),
];

/** Undefined too when the person's key is gone: what was said of her cannot be read any more. */
async function whyExtended(keys: Vault, { extensionReason, ...request }: DeletionRequest): Promise<string | undefined> {
  return extensionReason === undefined ? undefined : (await keys.personKey(subjectOfDeletion(request)))?.open('words', extensionReason).words;
}
