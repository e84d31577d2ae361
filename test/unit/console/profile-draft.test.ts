import { changesFrom, draftOf, timezonesWith, type Me } from '../../../console/src/views/account/profile-draft.ts';

const me: Me = {
  userId: 'usr_1', tenantId: 'demo', status: 'active', email: 'mei@example.org', emailVerified: true, createdAt: '2026-01-01T00:00:00.000Z', roleIds: ['member'],
  profile: { firstName: 'Mei', lastName: 'Tester' }, preferences: { language: 'zh-CN', timezone: 'Asia/Shanghai', emailNotifications: true }, settings: { theme: 'light', sidebar: 'expanded' },
};
const draft = draftOf(me);

test('what stays as it is is not sent, and neither are spaces around a name', () => {
  expect(changesFrom(me, draft)).toEqual({});
  expect(changesFrom(me, { ...draft, firstName: ' Mei ', timezone: 'Europe/Berlin', emailNotifications: false })).toEqual({ timezone: 'Europe/Berlin', emailNotifications: false });
});

test('a time zone that is set is offered, also where the browser does not know it', () => {
  expect(timezonesWith('Antarctica/Nowhere').slice(0, 2)).toEqual(['Antarctica/Nowhere', 'UTC']);
  expect(timezonesWith('UTC').filter((each) => each === 'UTC')).toHaveLength(1);
});
