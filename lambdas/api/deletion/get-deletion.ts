import { subjectOfDeletion } from '../../accounts/deletion-steps.ts';
import { readPlan } from '../../adapters/deletion-progress.ts';
import { readPhases } from '../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { readHold } from '../../adapters/legal-holds.ts';
import type { Store } from '../../adapters/store.ts';
import { readRecipients } from '../../adapters/told-recipients.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { extensionLimits, isBeforePivot, isOver, keptBackOf, waitsForHold, type DeletionRequest } from '../../domain/deletion-request.ts';
import type { LegalHold } from '../../domain/legal-hold.ts';
import { plannedFor } from '../../erasure/plan.ts';
import { admitToDeletion } from '../../kit/deletion-access.ts';
import { endpoint } from '../../kit/endpoint.ts';
import type { DeletionView } from './deletion-schemas.ts';
import { deletionSummary, isCertified, statusUrlOf } from './deletion-view.ts';
import { holdView } from './hold-view.ts';
import { maskedPeople } from './masked-people.ts';
import { recipientView } from './recipient-view.ts';
import { getDeletion } from './routes.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

export const handler = endpoint(getDeletion, async ({ deletion: { request, by }, now }, ports: Ports) => {
  const [phases, found, hold, why, people, recipients] = await Promise.all([
    readPhases(ports.store, request), readPlan(ports.store, request), readHold(ports.store, subjectOfDeletion(request)), whyExtended(ports.vault, request),
    maskedPeople(ports, [request]), readRecipients(ports.store, request)]);
  const extendable = extendableUntil(request, now);
  const body: DeletionView = {
    ...deletionSummary(request), person: people.get(request.userId) ?? null, allowedActions: by?.permissions.includes('users:delete') ? actionsOn(request, hold, extendable) : [],
    ...(extendable !== undefined && { extendableUntil: extendable }), recipients: await Promise.all(recipients.map((each) => recipientView(ports.vault, request.tenantId, each))),
    phases: phases.map((phase) => ({ ...phase, counts: { ...phase.counts } })), plan: [...found?.lines ?? plannedFor(subjectOfDeletion(request), keptBackOf(request, hold), now)], statusUrl: statusUrlOf(request),
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

/** As far as the law allows, while the person can still be told in time. */
function extendableUntil(request: DeletionRequest, now: Date): string | undefined {
  const limits = isOver(request) ? undefined : extensionLimits(request.profile, new Date(request.requestedAt));
  return limits && now <= limits.toldBy && limits.latest > new Date(request.finishBy) ? limits.latest.toISOString() : undefined;
}

const actionsOn = (request: DeletionRequest, hold: LegalHold | undefined, extendable: string | undefined): DeletionView['allowedActions'] => [
  ...(isBeforePivot(request) ? ['cancel', 'place_hold'] as const : []), ...(waitsForHold(request) ? ['place_hold'] as const : []), ...(extendable === undefined ? [] : ['extend'] as const), ...(hold ? ['release_hold'] as const : []),
];

/** Undefined too when the person's key is gone: what was said of her cannot be read any more. */
async function whyExtended(keys: Vault, { extensionReason, ...request }: DeletionRequest): Promise<string | undefined> {
  return extensionReason === undefined ? undefined : (await keys.personKey(subjectOfDeletion(request)))?.open('words', extensionReason).words;
}
