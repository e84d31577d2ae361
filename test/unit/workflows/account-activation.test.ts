import { stepPlace } from '../../../lambdas/adapters/work-records.ts';
import '../../support/environment.ts';
import { administratorKey, authorizationKey, userKey, type Subject } from '../../../lambdas/adapters/identity.ts';
import type { Store } from '../../../lambdas/adapters/store.ts';
import { vault } from '../../../lambdas/adapters/vault.ts';
import { activateUser } from '../../../lambdas/workflows/account-activation/steps/activate-user.ts';
import { notifyAdmins } from '../../../lambdas/workflows/account-activation/steps/notify-admins.ts';
import { memoryKeyWrapper } from '../../support/memory-key-wrapper.ts';
import { MemoryMailbox } from '../../support/memory-mailbox.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const subject: Subject = { tenantId: 'demo', userId: 'usr_new' };
const run = { runId: 'account_activation-1', type: 'account_activation', attempt: 1, tenantId: 'demo', subject: 'usr_new', eventId: 'e-1', correlationId: 'c-1', depth: 1, versionBase: 6, data: {} };
const inputOf = (step: string) => ({ run, step, place: stepPlace(run, step), subject, now: new Date('2026-03-02T08:00:00.000Z') });

let tables: MemoryTables;
let store: Store;
beforeEach(() => {
  tables = new MemoryTables();
  store = tables.store();
});

async function person(whose: Subject, status: string, language: 'en' | 'zh-CN' = 'en'): Promise<void> {
  const keys = vault(store, memoryKeyWrapper());
  const { key, write } = await keys.newPersonKey(whose);
  await store.transact([write]);
  const personal = key.seal('personal', { email: `${whose.userId}@example.com`, firstName: 'A', lastName: 'B', language });
  tables.overwrite('identity', userKey(whose), { status, version: 1, provisioned: true, emailVerified: true, activationRequested: true, personal, evidence: '', blindIndex: 'index-of-an-address', createdAt: '2026-03-01T08:00:00.000Z' });
  tables.overwrite('identity', authorizationKey(whose), { status, permissionEpoch: 1, roleIds: [], permissions: [] });
}
const tenantKey = async (): Promise<void> => store.transact([await vault(store, memoryKeyWrapper()).newTenantKey('demo')]);

describe('activating', () => {
  beforeEach(tenantKey);

  test('makes user and authorization active together, and is audited', async () => {
    await person(subject, 'pending_verification');
    const { writes = [] } = await activateUser(inputOf('ActivateUser'), { store });
    await store.transact(writes);
    expect(await store.get('identity', userKey(subject))).toMatchObject({ status: 'active' });
    expect(await store.get('identity', authorizationKey(subject))).toMatchObject({ status: 'active' });
    expect(tables.items('audit')).toEqual([expect.objectContaining({ action: 'account.activated', runId: run.runId })]);
  });

  test('an account that is active already stays so, and nothing is written', async () => {
    await person(subject, 'active');
    expect(await activateUser(inputOf('ActivateUser'), { store })).toEqual({});
  });

  test.each(['deletion_pending', 'deleting', 'registration_failed'])('an account that is %s is refused', async (status) => {
    await person(subject, status);
    await expect(activateUser(inputOf('ActivateUser'), { store })).rejects.toMatchObject({ name: 'BusinessRefusal' });
  });

  test('an account whose deletion begins at the last moment is not activated', async () => {
    await person(subject, 'pending_verification');
    const { writes = [] } = await activateUser(inputOf('ActivateUser'), { store });
    tables.overwrite('identity', userKey(subject), { status: 'deletion_pending' });
    await expect(store.transact(writes)).rejects.toMatchObject({ name: 'ConditionFailed' });
    expect(tables.items('audit')).toEqual([]);
  });
});

describe('telling the administrators', () => {
  const administrators: readonly Subject[] = ['usr_ada', 'usr_bo', 'usr_cy'].map((userId) => ({ tenantId: 'demo', userId }));
  let mailbox: MemoryMailbox;
  const tell = async (): Promise<unknown> => {
    try {
      const { writes = [] } = await notifyAdmins(inputOf('NotifyAdmins'), { store, mailbox, vault: vault(store, memoryKeyWrapper()) });
      if (writes.length > 0) await store.transact(writes);
      return 'done';
    } catch (error) {
      return error instanceof Error ? error.name : error;
    }
  };
  beforeEach(async () => {
    await tenantKey();
    mailbox = new MemoryMailbox();
    await person(subject, 'active');
    for (const [n, admin] of administrators.entries()) {
      await person(admin, 'active', n === 0 ? 'zh-CN' : 'en');
      tables.overwrite('identity', administratorKey(admin), { userId: admin.userId });
    }
    tables.overwrite('ledger', { pk: `RUN#${run.runId}`, sk: 'STEP#NotifyAdmins' }, { step: 'NotifyAdmins', status: 'STARTED', attempt: 1 });
  });

  test('each gets one mail, in his language, about an id and never about a name', async () => {
    expect(await tell()).toBe('done');
    expect(mailbox.sent.map(({ to }) => to).toSorted()).toEqual(administrators.map(({ userId }) => `${userId}@example.com`));
    expect(mailbox.sent.every(({ mail }) => mail.text.includes('usr_new'))).toBe(true);
    expect(JSON.stringify(mailbox.sent)).not.toContain('usr_new@example.com');
    expect(new Set(mailbox.sent.map(({ mail }) => mail.subject)).size).toBe(2);
  });

  test('one who cannot be reached now holds up nobody for ever: the next try goes on with whom is left', async () => {
    mailbox.failNext(['certainly not sent'], ({ userId }) => userId === 'usr_bo');
    expect(await tell()).toBe('TransientFailure');
    expect(await tell()).toBe('done');
    expect(mailbox.sent.map(({ userId }) => userId).toSorted()).toEqual(['usr_ada', 'usr_bo', 'usr_cy']);
  });

  test('an administrator is not told of himself', async () => {
    tables.overwrite('identity', administratorKey(subject), { userId: subject.userId });
    expect(await tell()).toBe('done');
    expect(mailbox.sent.map(({ userId }) => userId)).not.toContain('usr_new');
  });

  test('a tenant without administrators is no trouble', async () => {
    for (const admin of administrators) await store.transact([{ table: 'identity', delete: administratorKey(admin) }]);
    expect(await tell()).toBe('done');
    expect(mailbox.sent).toEqual([]);
  });
});
