import { deletionPlanned } from '../../../adapters/deletion-progress.ts';
import { phaseRecorded } from '../../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { parseUser, profileKey, userKey, type Subject } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { holdStands } from '../../../adapters/legal-holds.ts';
import type { Store } from '../../../adapters/store.ts';
import { vault, type Vault } from '../../../adapters/vault.ts';
import { countChunk } from '../../../erasure/assessment.ts';
import { dispositionsOf, planOf, type PlanLine } from '../../../erasure/plan.ts';
import { sealMade, unknownPerson, type SealedPerson } from '../../../erasure/seal.ts';
import { chunkedStep, type ChunkBody } from '../../../kit/step.ts';
import { aboutIt, phaseEnded } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

/** What there is of the person and what becomes of it, before any of it goes; and the last that will be known of her, sealed. */
export const assessUserData: ChunkBody<Ports, undefined> = async ({ run, subject, now, checkpoint: before }, ports) => {
  const [{ request, kept }, { checkpoint, counts }] = await Promise.all([aboutIt(ports.store, run), countChunk(ports.store, dispositionsOf(subject), before)]);
  if (checkpoint !== undefined) return { more: { checkpoint, carried: undefined }, writes: [phaseRecorded(request, 'assessment', { status: 'RUNNING', now })] };
  const lines = planOf(subject, counts, kept, now);
  const { person, invitationId } = await whoItIs(ports, subject);
  const assessed = phaseEnded(request, 'assessment', {
    countedAnew: countsOf(lines), now,
    writes: [deletionPlanned(request, { lines, invitationId, now }), holdStands(subject, kept.hold), ...await sealMade(ports.vault, request, person, now)],
  });
  return { ...assessed, eventOfStageBefore: { ...assessed.event, phase: 'access' } };
};

async function whoItIs({ store, vault: keys }: Ports, subject: Subject): Promise<{ readonly person: SealedPerson; readonly invitationId: string | undefined }> {
  const [key, [account, profile]] = await Promise.all([keys.personKey(subject), store.getMany([userKey(subject), profileKey(subject)].map((each) => ({ table: 'identity', key: each })))]);
  const user = account && parseUser(account);
  if (!user) return { person: unknownPerson(subject.userId), invitationId: undefined };
  const personal = key?.open('personal', user.personal);
  const sealedText = [user.personal, user.evidence, ...Object.values(profile ?? {}).filter((value) => typeof value === 'string' && value.startsWith('v1.'))].map(String);
  const { email, firstName, lastName } = personal ?? {};
  const values = [email, firstName, lastName, user.blindIndex, ...sealedText].filter((value) => value !== undefined);
  return { person: { ...(personal && { contact: personal }), identity: { userId: subject.userId, blindIndex: user.blindIndex, values } }, invitationId: user.invitationId };
}

const countsOf = (plan: readonly PlanLine[]): Readonly<Record<string, number>> => Object.fromEntries([
  ...plan.map(({ name, count }) => [name, count] as const), ['held', plan.reduce((sum, { held, count }) => sum + (held ? count : 0), 0)] as const]);

export const handler = chunkedStep(userDeletion, 'AssessUserData', assessUserData, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
