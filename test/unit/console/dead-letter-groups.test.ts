import { groupsOf, inBulk, type Letter, type ShownLetter } from '../../../console/src/views/dead-letters/groups.ts';

const letter = (id: string, about: Partial<Letter>, isGone = false): ShownLetter => ({
  id, isGone, row: {
    id, kind: 'failed_run', status: 'OPEN', since: '2026-11-26T10:00:00.000Z', tenantId: 'demo', cause: '', redrive: '', redrivable: true, locked: false, runId: `run-${id}`, ...about,
  },
});
const mail = { type: 'user_registration', errorClass: 'BusinessRefusal' };

test('what has one cause stands together, the cause with the oldest first, and in it the oldest first', () => {
  const groups = groupsOf([
    letter('c', { ...mail, since: '2026-11-26T09:00:00.000Z' }), letter('b', { type: 'role_revocation', errorClass: 'OutcomeUnknown', since: '2026-11-26T08:00:00.000Z' }),
    letter('a', { ...mail, since: '2026-11-26T07:00:00.000Z' })]);
  expect(groups.map(({ type, letters }) => [type, letters.map(({ id }) => id)])).toEqual([['user_registration', ['a', 'c']], ['role_revocation', ['b']]]);
});

test('in bulk goes what is a run and can be redriven now, and nothing else', () => {
  const [group] = groupsOf([
    letter('a', mail), letter('locked', { ...mail, redrivable: false, locked: true }), letter('event', { ...mail, runId: undefined }), letter('taken', { ...mail, status: 'REDRIVING' }), letter('gone', mail, true)]);
  expect(group && inBulk(group).map(({ id }) => id)).toEqual(['a']);
});
