import { deletionPlanned } from '../../../adapters/deletion-progress.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { profileKey, readUser, type Subject } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { readKeptBack } from '../../../adapters/kept-back.ts';
import { holdStands } from '../../../adapters/legal-holds.ts';
import type { Store } from '../../../adapters/store.ts';
import { vault, type Vault } from '../../../adapters/vault.ts';
import { planOf, type PlanLine } from '../../../erasure/plan.ts';
import { sealMade, unknownPerson, type SealedPerson } from '../../../erasure/seal.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { phaseEnded, requestOf } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

/** What there is of the person and what becomes of it, before any of it goes; and the last that will be known of her, sealed. */
export const assessUserData: StepBody<Ports> = async ({ run, subject, now }, ports) => {
  const request = await requestOf(ports.store, run);
  const kept = await readKeptBack(ports.store, request);
  const [lines, { person, invitationId }] = await Promise.all([planOf(ports.store, subject, kept, now), whoItIs(ports, subject)]);
  const assessed = phaseEnded(request, 'assessment', {
    counts: countsOf(lines), now,
    writes: [deletionPlanned(request, { lines, invitationId, now }), holdStands(subject, kept.hold), ...await sealMade(ports.vault, request, person, now)],
  });
  return { ...assessed, eventOfStageBefore: { ...assessed.event, phase: 'access' } };
};

async function whoItIs({ store, vault: keys }: Ports, subject: Subject): Promise<{ readonly person: SealedPerson; readonly invitationId: string | undefined }> {
  const [user, key, profile] = await Promise.all([readUser(store, subject), keys.personKey(subject), store.get('identity', profileKey(subject))]);
  if (!user) return { person: unknownPerson(subject.userId), invitationId: undefined };
  const personal = key?.open('personal', user.personal);
  const sealedText = [user.personal, user.evidence, ...Object.values(profile ?? {}).filter((value) => typeof value === 'string' && value.startsWith('v1.'))].map(String);
  const { email, firstName, lastName } = personal ?? {};
  const values = [email, firstName, lastName, user.blindIndex, ...sealedText].filter((value) => value !== undefined);
  return { person: { ...(personal && { contact: personal }), identity: { userId: subject.userId, blindIndex: user.blindIndex, values } }, invitationId: user.invitationId };
}

const countsOf = (plan: readonly PlanLine[]): Readonly<Record<string, number>> => Object.fromEntries([
  ...plan.map(({ name, count }) => [name, count] as const), ['held', plan.reduce((sum, { held, count }) => sum + (held ? count : 0), 0)] as const]);

export const handler = step(userDeletion, 'AssessUserData', assessUserData, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
