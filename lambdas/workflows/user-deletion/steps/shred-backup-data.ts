import { backupsExpire, readPlan } from '../../../adapters/deletion-progress.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { holdStands } from '../../../adapters/legal-holds.ts';
import type { Subject } from '../../../adapters/identity.ts';
import { whenPresent, type Key, type Store } from '../../../adapters/store.ts';
import { personKeyKey } from '../../../adapters/vault.ts';
import { isKept } from '../../../domain/kept-back.ts';
import { dispositionsOf } from '../../../erasure/plan.ts';
import { requiredSetting } from '../../../kit/settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { aboutIt, phaseEnded } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

const A_DAY_MS = 86_400_000;

/**
 * With this one write nothing that was sealed about the person can be read any more, in backups neither; and it is known when the last
 * backup has expired that holds it. What is held and sealed needs the key: then it stays.
 */
export const shredBackupData: StepBody<{ readonly store: Store }> = async ({ run, subject, now }, { store }) => {
  const { request, kept } = await aboutIt(store, run);
  const plan = await readPlan(store, request);
  const keyStays = isKept(kept, 'identity', now) || dispositionsOf(subject).some(({ sealed, category }) => sealed && isKept(kept, category, now));
  const keys = keyStays ? [] : await keysThere(store, [subject, ...(plan?.invitationId === undefined ? [] : [{ ...subject, userId: plan.invitationId }])]);
  const expire = new Date(now.getTime() + Number(requiredSetting('RECOVERY_DAYS')) * A_DAY_MS);
  return phaseEnded(request, 'backups', {
    counts: { keysDestroyed: keys.length }, now,
    writes: [holdStands(subject, kept.hold), backupsExpire(request, expire), ...keys.map((each) => ({ table: 'keys', delete: each, if: whenPresent }) as const)],
  });
};

/** One that is gone is not destroyed once more, and so not counted once more. */
async function keysThere(store: Store, of: readonly Subject[]): Promise<readonly Key[]> {
  const keys = of.map(personKeyKey);
  const items = await store.getMany(keys.map((key) => ({ table: 'keys', key })));
  return keys.filter((_, nth) => items[nth] !== undefined);
}

export const handler = step(userDeletion, 'ShredBackupData', shredBackupData, () => ({ store: dynamodbStore() }));
