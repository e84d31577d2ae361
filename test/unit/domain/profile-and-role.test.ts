import { profileOf } from '../../../lambdas/domain/profile.ts';
import { administersForGood, effectiveAt, effectiveUntil, isSystemRoleName, orphansOf, permissionsOf, roleNameIn, systemRoles, type Grant, type Role } from '../../../lambdas/domain/role.ts';

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

const given = ({ roleId, permissions: emits }: Pick<Role, 'roleId' | 'permissions'>, expiresAt?: number): Grant => ({ roleId, emits, ...(expiresAt !== undefined && { expiresAt }) });
const { member, administrator } = systemRoles;
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('roles', () => {
  test('a member works with records and manages nobody', () => {
    expect(permissionsOf([given(member)])).toEqual(['records:read', 'records:write']);
  });

  test('an administrator may do everything within his tenant, and nothing to tenants; whoever loses it is logged out', () => {
    expect(administrator.permissions).not.toContain('tenants:manage');
    expect(administrator.permissions).toContain('workflows:manage');
    expect([administrator.forcesLogout, member.forcesLogout]).toEqual([true, false]);
  });

  test('several roles give each right once, in one order whatever theirs', () => {
    expect(permissionsOf([given(member), given(administrator)])).toEqual(permissionsOf([given(administrator), given(member), given(member)]));
    expect(permissionsOf([])).toEqual([]);
  });

  test('the ones that every tenant has are named in both languages, and a tenant’s own as the tenant named it', () => {
    expect(roleNameIn('zh-CN', administrator)).toBe('管理员');
    expect(roleNameIn('en', administrator)).toBe('Administrator');
    expect(roleNameIn('zh-CN', { roleId: 'role_1', name: 'Auditor' })).toBe('Auditor');
  });

  test.each(['administrator', 'ADMINISTRATOR', ' Platform  Administrator', 'platform-administrator', 'ａｄｍｉｎｉｓｔｒａｔｏｒ', '管理员'])('“%s” can be taken for one that every tenant has', (name) => {
    expect(isSystemRoleName(name)).toBe(true);
  });

  test.each(['Auditor', 'administrators of the archive', '审计员'])('“%s” cannot', (name) => {
    expect(isSystemRoleName(name)).toBe(false);
  });
});

describe('a grant that ends', () => {
  const authorization = { permissions: permissionsOf([given(member), given(administrator)]), grants: [given(member), given(administrator, 1_000)] };

  test('gives until its last moment and nothing from its end on, without anybody writing', () => {
    expect(effectiveAt(authorization, new Date(999_999))).toContain('roles:manage');
    expect(effectiveAt(authorization, at(1_000))).toEqual(['records:read', 'records:write']);
  });

  test('leaves what nothing explains any more, and that gives nothing', () => {
    expect(orphansOf(authorization, at(999))).toEqual([]);
    expect(orphansOf(authorization, at(1_000))).toEqual(administrator.permissions.filter((each) => !each.startsWith('records')).toSorted());
  });

  test('counts as held until then, and not for good', () => {
    expect(effectiveUntil(authorization, 1_000)).toContain('roles:manage');
    expect(effectiveUntil(authorization, 1_001)).toEqual(['records:read', 'records:write']);
    expect(effectiveUntil(authorization, undefined)).toEqual(['records:read', 'records:write']);
    expect([administersForGood(authorization), administersForGood({ grants: [given(administrator)] })]).toEqual([false, true]);
  });
});
