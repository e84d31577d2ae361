import {
  alarmOf, deletionStatuses, deletionTransitions, dueDate, extensionLimits, isBeforePivot, isOver, longestGraceS, monthsLater, nextLookAt, reasonCodeOf, reminderOf, workingDaysLater,
  type DeletionRequest,
} from '../../../lambdas/domain/deletion-request.ts';

const at = (iso: string): Date => new Date(iso);

describe('a calendar month later', () => {
  test.each([
    ['2026-03-02T08:00:00.000Z', 1, '2026-04-02T08:00:00.000Z'], ['2026-01-31T23:59:59.999Z', 1, '2026-02-28T23:59:59.999Z'], ['2028-01-31T00:00:00.000Z', 1, '2028-02-29T00:00:00.000Z'],
    ['2026-12-31T12:00:00.000Z', 1, '2027-01-31T12:00:00.000Z'], ['2026-11-30T12:00:00.000Z', 3, '2027-02-28T12:00:00.000Z'], ['2026-03-31T12:00:00.000Z', 1, '2026-04-30T12:00:00.000Z'],
  ])('%s and %i is %s', (from, months, to) => {
    expect(monthsLater(at(from), months)).toEqual(at(to));
  });

  test('leaves the date that it counts from as it is', () => {
    const from = at('2026-01-31T00:00:00.000Z');
    monthsLater(from, 1);
    expect(from).toEqual(at('2026-01-31T00:00:00.000Z'));
  });
});

test.each([
  ['2026-03-02T08:00:00.000Z', 1, '2026-03-03T08:00:00.000Z'], ['2026-03-06T08:00:00.000Z', 1, '2026-03-09T08:00:00.000Z'], ['2026-03-07T08:00:00.000Z', 1, '2026-03-09T08:00:00.000Z'],
  ['2026-03-08T08:00:00.000Z', 5, '2026-03-13T08:00:00.000Z'], ['2026-03-02T08:00:00.000Z', 15, '2026-03-23T08:00:00.000Z'],
])('from %s %i working days end on %s', (from, days, to) => {
  expect(workingDaysLater(at(from), days)).toEqual(at(to));
});

test('each profile has its own clock, and only one law knows an extension', () => {
  const from = at('2026-01-31T08:00:00.000Z');
  expect(dueDate({ profile: 'gdpr', workingDays: 15 }, from)).toEqual(at('2026-02-28T08:00:00.000Z'));
  expect(dueDate({ profile: 'pipl', workingDays: 10 }, from)).toEqual(at('2026-02-13T08:00:00.000Z'));
  expect(extensionLimits('gdpr', from)).toEqual({ latest: at('2026-04-30T08:00:00.000Z'), toldBy: at('2026-02-28T08:00:00.000Z') });
  expect(extensionLimits('pipl', from)).toBeUndefined();
});

test.each([['consent withdrawn', 'consent_withdrawn'], [' Legal-Obligation ', 'legal_obligation'], ['no_longer_necessary', 'no_longer_necessary'], ['Anna has moved away', 'other'], ['', 'other']])('the reason %j is kept as %s', (words, code) => {
  expect(reasonCodeOf(words)).toBe(code);
});

test('nothing leads back over the pivot, and nothing out of an end', () => {
  const before = deletionStatuses.filter((status) => isBeforePivot({ status }));
  for (const from of deletionStatuses.filter((status) => !isBeforePivot({ status }))) expect(deletionTransitions[from].filter((to) => before.includes(to) || (to === 'CANCELLED'))).toEqual([]);
  expect(deletionStatuses.filter((status) => isOver({ status }))).toEqual(['CANCELLED', 'COMPLETED']);
});

const request: DeletionRequest = {
  requestId: 'del_1', tenantId: 'demo', userId: 'usr_1', status: 'GRACE_PERIOD', version: 1, profile: 'gdpr', reasonCode: 'other', requestedBy: 'usr_1', requestedAt: '2026-03-02T08:00:00.000Z',
  graceEndsAt: '2026-03-09T08:00:00.000Z', remindAt: '2026-03-08T08:00:00.000Z', finishBy: '2026-04-02T08:00:00.000Z', statusBefore: 'active', receiptHash: 'r', cancelHash: 'c',
};
const now = at('2026-03-03T08:00:00.000Z');

describe('somebody looks next', () => {
  test('when the person is to be reminded, then when the grace is over', () => {
    expect(nextLookAt(request, now)).toEqual(at('2026-03-08T08:00:00.000Z'));
    expect(nextLookAt({ ...request, remindedAt: '2026-03-08T08:00:30.000Z' }, now)).toEqual(at('2026-03-09T08:00:00.000Z'));
  });

  test('when a hold ends, and not because a grace does meanwhile', () => {
    expect(nextLookAt({ ...request, status: 'BLOCKED_BY_HOLD', heldUntil: '2026-03-12T08:00:00.000Z' }, now)).toEqual(at('2026-03-12T08:00:00.000Z'));
    expect(nextLookAt({ ...request, status: 'BLOCKED_BY_HOLD' }, now)).toEqual(at('2026-03-16T08:00:00.000Z'));
  });

  test('once it has begun at the days of the clock, from the first of them on every hour', () => {
    expect(nextLookAt({ ...request, status: 'RUNNING' }, now)).toEqual(at('2026-03-16T08:00:00.000Z'));
    const later = at('2026-03-20T08:00:00.000Z');
    expect(nextLookAt({ ...request, status: 'PARTIALLY_ERASED' }, later)).toEqual(at('2026-03-20T09:00:00.000Z'));
  });

  test('never again when it is over', () => {
    expect(nextLookAt({ ...request, status: 'COMPLETED' }, now)).toBeUndefined();
    expect(nextLookAt({ ...request, status: 'CANCELLED' }, now)).toBeUndefined();
  });
});

describe('the alarm', () => {
  test.each([['2026-03-15T08:00:00.000Z', undefined], ['2026-03-16T08:00:00.000Z', 14], ['2026-03-23T08:00:00.000Z', 21], ['2026-03-27T08:00:00.000Z', 25], ['2026-04-02T08:00:00.000Z', 'overdue']])('at %s is %s', (when, alarm) => {
    expect(alarmOf(request, at(when))).toBe(alarm);
  });

  test('comes as near to an extended date as to the first one', () => {
    const extended = { ...request, finishBy: '2026-06-01T08:00:00.000Z', extendedAt: '2026-03-20T08:00:00.000Z' };
    expect([alarmOf(extended, at('2026-04-10T08:00:00.000Z')), alarmOf(extended, at('2026-05-16T08:00:00.000Z')), alarmOf(extended, at('2026-06-01T08:00:00.000Z'))]).toEqual([undefined, 14, 'overdue']);
  });

  test('of a shorter clock is the due date itself where a day would come after it', () => {
    const short = { ...request, finishBy: '2026-03-13T08:00:00.000Z' };
    expect([alarmOf(short, at('2026-03-12T08:00:00.000Z')), alarmOf(short, at('2026-03-13T08:00:00.000Z'))]).toEqual([undefined, 'overdue']);
  });
});

test('a short grace needs no reminder, and a grace leaves two days before the due date', () => {
  expect(reminderOf(now, at('2026-03-04T08:00:00.000Z'))).toBeUndefined();
  expect(reminderOf(now, at('2026-03-05T08:00:00.000Z'))).toEqual(at('2026-03-04T08:00:00.000Z'));
  expect(longestGraceS(now, at('2026-03-13T08:00:00.000Z'))).toBe(8 * 86_400);
});
