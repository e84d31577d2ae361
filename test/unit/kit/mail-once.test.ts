import type { Subject } from '../../../lambdas/adapters/identity.ts';
import { userKey } from '../../../lambdas/adapters/identity.ts';
import { mailKey, stepKey } from '../../../lambdas/adapters/run-ledger.ts';
import { stepPlace } from '../../../lambdas/adapters/work-records.ts';
import type { Store, Write } from '../../../lambdas/adapters/store.ts';
import { personKeyKey, vault, type Vault } from '../../../lambdas/adapters/vault.ts';
import { mailOnce, type WhenUnknown } from '../../../lambdas/kit/mail-once.ts';
import { memoryKeyWrapper } from '../../support/memory-key-wrapper.ts';
import { MemoryMailbox } from '../../support/memory-mailbox.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const recipient: Subject = { tenantId: 'demo', userId: 'usr_1' };
const run = { runId: 'made_up-1', type: 'made_up', attempt: 1, tenantId: 'demo', subject: 'usr_1', eventId: 'e-1', correlationId: 'c-1', depth: 0, versionBase: 1, data: {} };
const input = { run, step: 'SendIt', place: stepPlace(run, 'SendIt'), subject: recipient, now: new Date() };
const key = mailKey(run.runId, 'SendIt', recipient.userId);

let tables: MemoryTables;
let store: Store;
let mailbox: MemoryMailbox;
let keys: Vault;
beforeEach(async () => {
  tables = new MemoryTables();
  store = tables.store();
  mailbox = new MemoryMailbox();
  keys = vault(store, memoryKeyWrapper());
  await store.transact([await keys.newTenantKey('demo')]);
  const { key: personKey, write } = await keys.newPersonKey(recipient);
  await store.transact([write]);
  tables.overwrite('identity', userKey(recipient), {
    status: 'pending_verification', version: 1, provisioned: false, emailVerified: false, activationRequested: false, evidence: '', blindIndex: 'address', createdAt: '2026-03-02T08:00:00.000Z',
    personal: personKey.seal('personal', { email: 'anna@example.com', firstName: 'Anna', lastName: 'Berg', language: 'zh-CN' }),
  });
  tables.overwrite('ledger', stepKey(run.runId, 'SendIt'), { step: 'SendIt', status: 'STARTED', attempt: 1 });
});

/** One try of a step: the mail, then the step's own transaction. */
const tried = async (whenUnknown: WhenUnknown = 'never again', along: readonly Write[] = [], more: { provesAddress?: true } = {}): Promise<unknown> => {
  const order = { ...more, recipient, whenUnknown, compose: ({ firstName }: { firstName: string }) => ({ template: 'welcome' as const, firstName, tenantName: 'Demo' }), with: along };
  try {
    const writes = await mailOnce(input, { store, mailbox, vault: keys }, order);
    if (writes.length > 0) await store.transact(writes);
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.name : error;
  }
};
const ledger = async (): Promise<unknown> => store.get('ledger', key);

test('a mail goes to the address of the person, in his language, and is marked as sent', async () => {
  expect(await tried()).toBe('done');
  expect(mailbox.sent).toEqual([expect.objectContaining({ to: 'anna@example.com', tenantId: 'demo', userId: 'usr_1' })]);
  expect(mailbox.sent[0]?.mail.subject).toContain('欢迎');
  expect(await ledger()).toMatchObject({ status: 'SENT', sends: 1 });
});

test('what was sent is not sent again', async () => {
  await tried();
  expect(await tried()).toBe('done');
  expect(mailbox.sent).toHaveLength(1);
});

test('what certainly was not sent may be tried for ever', async () => {
  mailbox.failNext(Array.from({ length: 5 }, () => 'certainly not sent' as const));
  for (let n = 0; n < 5; n += 1) expect(await tried()).toBe('TransientFailure');
  expect(await ledger()).toMatchObject({ status: 'SENDING', sends: 0 });
  expect(await tried()).toBe('done');
  expect(mailbox.sent).toHaveLength(1);
});

test.each([['never again', 1], ['send once more', 2]] as const)('of unknown mails that should go out "%s", %i go out at the most', async (whenUnknown, most) => {
  mailbox.failNext(Array.from({ length: 5 }, () => 'sent, reply lost' as const));
  for (let n = 0; n < 5; n += 1) await tried(whenUnknown);
  expect(mailbox.sent).toHaveLength(most);
  expect(await tried(whenUnknown)).toBe('done');
});

test('a refused address is told, and does not count as sent', async () => {
  mailbox.failNext(['address rejected']);
  expect(await tried()).toBe('AddressRejected');
  expect(await ledger()).toMatchObject({ sends: 0 });
});

test('what belongs to the mail is written before it leaves, once', async () => {
  const token: Write = { table: 'identity', put: { pk: 'TOKEN', sk: 'TOKEN' }, if: { item: 'absent' } };
  mailbox.failNext(['not sent, reply lost']);
  expect(await tried('send once more', [token])).toBe('OutcomeUnknown');
  expect(await store.get('identity', { pk: 'TOKEN', sk: 'TOKEN' })).toBeDefined();
});

test('an address that takes no mail gets none, and that is no failure; only what proves an address is tried again', async () => {
  tables.overwrite('identity', userKey(recipient), { undeliverable: true });
  expect([await tried(), mailbox.sent.length, await ledger()]).toEqual(['done', 0, undefined]);
  expect([await tried('send once more', [], { provesAddress: true }), mailbox.sent.length]).toEqual(['done', 1]);
});

test('an address from which a mail came back gets not even that', async () => {
  tables.overwrite('identity', userKey(recipient), { undeliverable: true, feedback: 'bounce' });
  expect([await tried(), await tried('send once more', [], { provesAddress: true })]).toEqual(['done', 'AddressRejected']);
  expect([mailbox.sent, await ledger()]).toEqual([[], undefined]);
});

test('a step that was superseded sends nothing', async () => {
  tables.overwrite('ledger', stepKey(run.runId, 'SendIt'), { void: 'superseded' });
  expect(await tried()).toBe('Fenced');
  expect(mailbox.sent).toEqual([]);
  expect(await ledger()).toBeUndefined();
});

test('nobody is written to whose key is gone', async () => {
  await store.transact([{ table: 'keys', delete: personKeyKey(recipient) }]);
  expect(await tried()).toBe('BusinessRefusal');
  expect(mailbox.sent).toEqual([]);
});

test('two calls at once send what may not be repeated once', async () => {
  const outcomes = await Promise.all([tried(), tried()]);
  expect(outcomes).toContain('done');
  expect(mailbox.sent).toHaveLength(1);
});
