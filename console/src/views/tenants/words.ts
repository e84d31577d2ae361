import { wordsOf } from '../../language.tsx';

const zhCN = {
  title: '租户',
  lead: '平台上的全部租户。租户关闭后，无人可以再注册；已有账户不受影响。',
  none: '还没有租户',
  columns: { tenant: '租户', status: '状态', policy: '注册方式', quota: '账户上限', privacy: '适用法律', grace: '最短宽限期' },
  statuses: { open: '开放', closed: '已关闭' },
  policies: { open: '任何人', invitation: '仅限邀请', domains: '指定邮箱域名' },
  domainList: (slots: { domains: string }) => `邮箱域名：${slots.domains}`,
  noQuota: '不限',
  profiles: { gdpr: 'GDPR（一个月）', pipl: '个人信息保护法（工作日）' },
  days: (slots: { days: number }) => `${slots.days} 天`,
  workingDays: (slots: { days: number }) => `${slots.days} 个工作日`,
  change: {
    name: '更改租户', requested: '租户已更改。', effect: '立即生效；已在进行的删除申请保留其截止日期。更改会写入审计。',
    fields: { name: '名称', status: '状态', policy: '注册方式', domains: '邮箱域名', quota: '账户上限', profile: '适用法律', workingDays: '工作日数', grace: '最短宽限期（天）' },
    hints: { domains: '用逗号分隔，例如 example.com, example.org', quota: '留空则不限', workingDays: '仅用于个人信息保护法', grace: '0 表示删除可以立即开始' },
  },
  create: {
    name: '创建租户', requested: '租户已创建，其管理员可以立即登录。', effect: '同时创建租户的第一位管理员。租户 ID 此后不能更改。',
    fields: { tenantId: '租户 ID', name: '名称', email: '管理员邮箱', password: '管理员密码', firstName: '名', lastName: '姓' },
    hint: '字母、数字、- 和 _', passwordHint: '至少 8 个字符；请让管理员登录后更改。',
  },
};

export type TenantWords = typeof zhCN;

const en: TenantWords = {
  title: 'Tenants',
  lead: 'Every tenant of the platform. Nobody registers with one that is closed; accounts that it has are not touched.',
  none: 'There is no tenant yet',
  columns: { tenant: 'Tenant', status: 'Status', policy: 'Who may join', quota: 'Quota', privacy: 'Law', grace: 'Shortest grace' },
  statuses: { open: 'Open', closed: 'Closed' },
  policies: { open: 'Anybody', invitation: 'By invitation only', domains: 'By domain of the address' },
  domainList: (slots) => `Domains: ${slots.domains}`,
  noQuota: 'none',
  profiles: { gdpr: 'GDPR (one month)', pipl: 'PIPL (working days)' },
  days: (slots) => (slots.days === 1 ? '1 day' : `${slots.days} days`),
  workingDays: (slots) => `${slots.days} working days`,
  change: {
    name: 'Change the tenant', requested: 'The tenant is changed.', effect: 'It counts at once; deletions that were asked for keep their due dates. The change stands in the audit.',
    fields: { name: 'Name', status: 'Status', policy: 'Who may join', domains: 'Domains', quota: 'Quota of accounts', profile: 'Law', workingDays: 'Working days', grace: 'Shortest grace period (days)' },
    hints: { domains: 'With commas between them: example.com, example.org', quota: 'Empty is none', workingDays: 'For PIPL only', grace: '0 lets a deletion begin at once' },
  },
  create: {
    name: 'Create a tenant', requested: 'The tenant is created, and its administrator can log in.', effect: 'Its first administrator is created with it. The tenant ID cannot be changed later.',
    fields: { tenantId: 'Tenant ID', name: 'Name', email: 'Address of the administrator', password: 'Password of the administrator', firstName: 'First name', lastName: 'Last name' },
    hint: 'Letters, digits, - and _', passwordHint: 'At least 8 characters; let the administrator change it after the login.',
  },
};

export const useTenantWords = wordsOf<TenantWords>({ 'zh-CN': zhCN, en });
