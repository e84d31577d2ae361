import { tenantKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { deletionKey } from '../../lambdas/adapters/deletion-requests.ts';
import { acknowledgeDeletion, getCertificate, getDeletion, tellRecipient } from '../../lambdas/api/deletion/routes.ts';
import { listAudit } from '../../lambdas/api/history/routes.ts';
import { AddressRejected, OutcomeUnknown } from '../../lambdas/domain/errors.ts';
import { beginErasure, erased, erasureOf, readyToErase } from '../support/erasures.ts';
import { afterItsEffect, twiceAtOnce } from '../support/injections.ts';
import { TENANT, type HttpAnswer, type World } from '../support/world.ts';

/** Offices to which data was passed on: each is told, acknowledges by the word in its mail, and whoever cannot be told is listed. */
let world: World;
let subject: Subject;
let requestId: string;
const payroll = 'office@payroll.example';
const archive = 'office@archive.example';

beforeEach(async () => {
  ({ world, subject } = await readyToErase(2));
  world.tables.overwrite('identity', tenantKey(TENANT), { privacy: { minimumGracePeriodSeconds: 0, recipients: [{ name: 'Payroll', email: payroll, language: 'en' }, { name: 'Archive', email: archive, language: 'zh-CN' }] } });
});
afterEach(() => world.end());

/** One of them has no mailbox any more. */
async function erasedWithOneUnreachable(): Promise<void> {
  const send = world.mailbox.send.bind(world.mailbox);
  world.mailbox.send = async (mail) => {
    if (mail.to === archive) throw new AddressRejected('no such mailbox');
    return send(mail);
  };
  requestId = await beginErasure(world, subject);
  await world.settle();
}

const mailsTo = (to: string) => world.mailbox.sent.filter((each) => each.to === to).map(({ mail }) => mail);
const wordOf = (to: string): string => /acknowledge=([\w-]+)/.exec(mailsTo(to).at(-1)?.text ?? '')?.[1] ?? '';
const acknowledges = (token: string, id = requestId): Promise<HttpAnswer> => world.call(acknowledgeDeletion, { params: { id }, body: { token } });
const recipients = async (): Promise<unknown> => (await world.call(getDeletion, { token: await world.administratorSession(), params: { id: requestId } })).body['recipients'];
const tells = async (recipient: string, reason = 'by telephone, the archive has moved'): Promise<HttpAnswer> =>
  world.call(tellRecipient, { token: await world.administratorSession(), params: { id: requestId, recipient }, body: { reason } });

test('are told in their language; whoever cannot be told is listed in the request and in the certificate, and it goes on', async () => {
  await erasedWithOneUnreachable();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, counts: { recipients: { recipientsTold: 1, recipientsNotReached: 1 } } });
  expect(mailsTo(payroll).map(({ subject: title, text }) => [title, text.includes(subject.userId)])).toEqual([['Notice of a deletion under Art. 19 GDPR', true]]);
  expect(await recipients()).toEqual([
    { nth: 0, name: 'Payroll', status: 'TOLD', toldAt: expect.any(String) as string }, { nth: 1, name: 'Archive', status: 'NOT_REACHED', notReachedAt: expect.any(String) as string }]);
  const { body } = await world.call(getCertificate, { token: await world.administratorSession(), params: { id: requestId } });
  expect(body['certificate']).toMatchObject({ outsideOurControl: [{ what: 'mails_that_were_delivered' }, { what: 'recipient: Payroll', told: expect.any(String) as string }, { what: 'recipient: Archive' }] });
});

test('one acknowledges by the word of its mail, without an account, once: whoever clicks again finds it acknowledged', async () => {
  await erasedWithOneUnreachable();
  const token = wordOf(payroll);
  expect(token).not.toBe('');
  const first = await acknowledges(token);
  expect(first).toMatchObject({ status: 200, body: { requestId, status: 'ACKNOWLEDGED' } });
  await world.time.pass(60_000);
  const [second, third] = await Promise.all([acknowledges(token), acknowledges(token)]);
  expect([second, third]).toEqual([first, first]);
  expect(await recipients()).toMatchObject([{ status: 'ACKNOWLEDGED', acknowledgedAt: first.body['acknowledgedAt'] }, { status: 'NOT_REACHED' }]);
  expect(world.tables.items('ledger').filter((item) => JSON.stringify(item).includes(token))).toEqual([]);
});

test('of two that acknowledge at once both hear the same', async () => {
  await erasedWithOneUnreachable();
  const answers = await Promise.all(Array.from({ length: 5 }, () => acknowledges(wordOf(payroll))));
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
});

test('a word that is wrong, of another request or of none is answered alike, and changes nothing', async () => {
  await erasedWithOneUnreachable();
  const token = wordOf(payroll);
  const before = await recipients();
  const answers = await Promise.all([acknowledges('nonsense'), acknowledges(`${token.slice(0, -4)}AAAA`), acknowledges(token, 'del_another')]);
  expect(answers.map(({ status, body }) => [status, body['type']])).toEqual(answers.map(() => [404, '/problems/not-found']));
  expect(await recipients()).toEqual(before);
});

test('acknowledged before the deletion has ended stands in the certificate', async () => {
  requestId = await beginErasure(world, subject);
  world.inject('VerifyDeletionCompliance', async (proceed) => {
    expect(await acknowledges(wordOf(payroll))).toMatchObject({ status: 200 });
    return proceed();
  });
  await world.settle();
  const { body } = await world.call(getCertificate, { token: await world.administratorSession(), params: { id: requestId } });
  expect(body['certificate']).toMatchObject({ outsideOurControl: [{}, { what: 'recipient: Payroll', told: expect.any(String) as string, acknowledged: expect.any(String) as string }, { what: 'recipient: Archive', told: expect.any(String) as string }] });
});

test('whom no mail reached somebody tells by hand and says how; whoever was told needs no telling', async () => {
  await erasedWithOneUnreachable();
  expect(await tells('0')).toMatchObject({ status: 409, body: { type: '/problems/recipient-told' } });
  expect(await tells('7')).toMatchObject({ status: 404 });
  expect(await tells('1')).toMatchObject({ status: 200, body: { nth: 1, name: 'Archive', status: 'TOLD', reason: 'by telephone, the archive has moved', toldBy: expect.any(String) as string } });
  expect(await tells('1')).toMatchObject({ status: 409 });
  expect(await recipients()).toMatchObject([{ status: 'TOLD' }, { status: 'TOLD', notReachedAt: expect.any(String) as string, reason: 'by telephone, the archive has moved' }]);
  expect(JSON.stringify(world.tables.items('ledger'))).not.toContain('by telephone');
  const { body } = await world.call(listAudit, { token: await world.administratorSession(), query: { subject: requestId } });
  expect(body['items']).toMatchObject([{ action: 'recipient.told' }]);
});

test('a mail of which nobody knows whether it left is sent once more at the most, with the same word', async () => {
  const send = world.mailbox.send.bind(world.mailbox);
  let lost = 0;
  world.mailbox.send = async (mail) => {
    await send(mail);
    if (mail.to === payroll && lost++ === 0) throw new OutcomeUnknown('the reply was lost');
  };
  world.inject('NotifyRecipients', twiceAtOnce);
  world.inject('NotifyRecipients', afterItsEffect('Lambda.Unknown'));
  requestId = await beginErasure(world, subject);
  await world.settle();
  world.faults.forget();
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
  expect(new Set(mailsTo(payroll).map(({ text }) => /acknowledge=([\w-]+)/.exec(text)?.[1])).size).toBe(1);
  expect(mailsTo(payroll).length).toBeLessThanOrEqual(2);
});

test('fifty of them are no more than it can do, and are kept as long as the request', async () => {
  const many = Array.from({ length: 50 }, (_, n) => ({ name: `Office ${n}`, email: `office${n}@offices.example` }));
  world.tables.overwrite('identity', tenantKey(TENANT), { privacy: { minimumGracePeriodSeconds: 0, recipients: many } });
  requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, counts: { recipients: { recipientsTold: 50, recipientsNotReached: 0 } } });
  const kept = (await world.store.get('ledger', deletionKey({ tenantId: TENANT, requestId })))?.['expiresAt'];
  expect(world.tables.items('ledger').filter(({ sk, expiresAt }) => sk.startsWith('RECIPIENT#') && expiresAt === kept)).toHaveLength(50);
});
