import { deletionPlanned } from '../../../adapters/deletion-progress.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { profileKey, readUser, type Subject } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { holdStands, readHold } from '../../../adapters/legal-holds.ts';
import type { Store } from '../../../adapters/store.ts';
import { vault, type Vault } from '../../../adapters/vault.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { planOf, type PlanLine } from '../../../erasure/plan.ts';
import { sealMade, type SealedPerson } from '../../../erasure/seal.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { phaseEnded, requestOf } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

/** What there is of the person and what becomes of it, before any of it goes; and the last that will be known of her, sealed. */
export const assessUserData: StepBody<Ports> = async ({ run, subject, now }, ports) => {
  const [request, hold] = await Promise.all([requestOf(ports.store, run), readHold(ports.store, subject)]);
  const [plan, { person, invitationId }] = await Promise.all([planOf(ports.store, subject, hold, now), whoItIs(ports, subject)]);
  const assessed = phaseEnded(request, 'assessment', {
    counts: countsOf(plan), now,
    writes: [deletionPlanned(request, plan, invitationId, now), holdStands(subject, hold), ...await sealMade(ports.vault, request, person, now)],
  });
  return { ...assessed, eventOfStageBefore: { ...assessed.event, phase: 'access' } };
};

async function whoItIs({ store, vault: keys }: Ports, subject: Subject): Promise<{ readonly person: SealedPerson; readonly invitationId: string | undefined }> {
  const [user, key, profile] = await Promise.all([readUser(store, subject), keys.personKey(subject), store.get('identity', profileKey(subject))]);
  if (!user || !key) throw new BusinessRefusal('the account is gone already');
  const { email, firstName, lastName, language } = key.open('personal', user.personal);
  const sealedText = [user.personal, user.evidence, ...Object.values(profile ?? {}).filter((value) => typeof value === 'string' && value.startsWith('v1.'))].map(String);
  const identity = { userId: subject.userId, blindIndex: user.blindIndex, values: [email, firstName, lastName, user.blindIndex, ...sealedText] };
  return { person: { contact: { email, firstName, lastName, language }, identity }, invitationId: user.invitationId };
}

const countsOf = (plan: readonly PlanLine[]): Readonly<Record<string, number>> => Object.fromEntries([
  ...plan.map(({ name, count }) => [name, count] as const), ['held', plan.reduce((sum, { held, count }) => sum + (held ? count : 0), 0)] as const]);

export const handler = step(userDeletion, 'AssessUserData', assessUserData, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
