import type { Answer } from '../api/client.ts';
import { languageNow } from '../language.tsx';

export type Permission = Answer<'/me/permissions', 'get'>['permissions'][number];

const means: Readonly<Record<Permission, Readonly<Record<'zh-CN' | 'en', string>>>> = {
  'records:read': { 'zh-CN': '查看业务记录', en: 'see business records' },
  'records:write': { 'zh-CN': '创建业务记录', en: 'create business records' },
  'users:read': { 'zh-CN': '查看用户', en: 'see people' },
  'users:manage': { 'zh-CN': '邀请用户和更正邮箱', en: 'invite people and correct addresses' },
  'users:delete': { 'zh-CN': '申请删除用户和暂停删除', en: 'request deletions and hold them' },
  'roles:read': { 'zh-CN': '查看角色', en: 'see roles' },
  'roles:manage': { 'zh-CN': '授予与收回角色', en: 'assign and revoke roles' },
  'workflows:read': { 'zh-CN': '查看流程与执行', en: 'see processes and runs' },
  'workflows:manage': { 'zh-CN': '处理死信、重试执行和更改配置', en: 'redrive, retry and configure' },
  'audit:read': { 'zh-CN': '查看审计', en: 'see the audit' },
  'tenants:manage': { 'zh-CN': '管理租户', en: 'administer tenants' },
};
const between = { 'zh-CN': '；', en: '; ' };

/** What a permission allows, as its holder calls it; one that came after this page was written, by its name in the API. */
export const permissionName = (permission: Permission): string => (Object.hasOwn(means, permission) ? means[permission][languageNow.value] : permission);

/** All of them in a row, by their names in the API for whoever points at it. */
export const PermissionNames = ({ of: permissions }: { of: readonly Permission[] }) => <span title={permissions.join(' ')}>{permissions.map(permissionName).join(between[languageNow.value])}</span>;
