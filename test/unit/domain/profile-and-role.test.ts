import { profileOf } from '../../../lambdas/domain/profile.ts';
import { effectivePermissions, systemRoles } from '../../../lambdas/domain/role.ts';

describe('a new profile', () => {
  test('speaks the language in which the person asked, and has the platform’s values otherwise', () => {
    expect(profileOf({}, 'en')).toEqual({
      preferences: { language: 'en', timezone: 'Asia/Shanghai', emailNotifications: true }, settings: { theme: 'light', sidebar: 'expanded' } });
  });

  test('has what the tenant sets', () => {
    expect(profileOf({ language: 'zh-CN', timezone: 'Europe/Vienna', emailNotifications: false, theme: 'dark', sidebar: 'collapsed' }, 'en')).toEqual({
      preferences: { language: 'zh-CN', timezone: 'Europe/Vienna', emailNotifications: false }, settings: { theme: 'dark', sidebar: 'collapsed' } });
  });
});

describe('roles', () => {
  test('a member works with records and manages nobody', () => {
    expect(effectivePermissions([systemRoles.member])).toEqual(['records:read', 'records:write']);
  });

  test('an administrator may do everything within his tenant, and nothing to tenants', () => {
    expect(systemRoles.administrator.permissions).not.toContain('tenants:manage');
    expect(systemRoles.administrator.permissions).toContain('workflows:manage');
  });

  test('several roles give each right once, in one order whatever theirs', () => {
    const { member, administrator } = systemRoles;
    expect(effectivePermissions([member, administrator])).toEqual(effectivePermissions([administrator, member, member]));
    expect(effectivePermissions([])).toEqual([]);
  });
});
