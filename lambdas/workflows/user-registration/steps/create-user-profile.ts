import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { created, profileKey, readTenant, readUser, removed } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import type { Store } from '../../../adapters/store.ts';
import { vault, type Vault } from '../../../adapters/vault.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { profileOf } from '../../../domain/profile.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { undo as undoes, type UndoBody } from '../../../kit/undo.ts';
import { userRegistration } from '../workflow.ts';

export const createUserProfile: StepBody<{ store: Store; vault: Vault }> = async ({ subject, now }, ports) => {
  const [user, tenant, key] = await Promise.all([
    readUser(ports.store, subject), readTenant(ports.store, subject.tenantId), ports.vault.personKey(subject)]);
  if (!user || !tenant || !key) throw new BusinessRefusal('the account or its tenant is gone');
  const { language } = key.open('personal', user.personal);
  return { writes: [created(profileKey(subject), { profile: key.seal('profile', profileOf(tenant.defaults, language)), createdAt: now.toISOString() })] };
};

export const removeUserProfile: UndoBody<{ store: Store }> = ({ subject }) => Promise.resolve({ writes: [removed(profileKey(subject))] });

export const handler = step(userRegistration, 'CreateUserProfile', createUserProfile, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
export const undo = undoes(userRegistration, 'RemoveUserProfile', removeUserProfile, () => ({ store: dynamodbStore() }));
