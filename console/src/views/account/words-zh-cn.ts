type Names = Readonly<Record<string, string>>;

/** The texts of one's own account in Chinese. */
export const zhCN = {
  title: '我的账户',
  facts: { address: '邮箱', verification: '邮箱验证', tenant: '租户', roles: '角色', joined: '加入', id: '用户编号' },
  verified: '已验证',
  notVerified: '未验证',
  noRoles: '没有角色',
  /** Those that every tenant has. */
  roles: { member: '成员', administrator: '管理员', platform_administrator: '平台管理员' } as Names,
  profile: {
    title: '个人资料与偏好',
    fields: { firstName: '名', lastName: '姓', language: '邮件语言', timezone: '时区', emailNotifications: '通知' },
    languageHint: '本页的语言、主题和显示时区由浏览器保存，不在此更改。', notify: '接收邮件通知', notifyHint: '关于账户安全与删除的邮件始终会发送。',
    save: '保存更改', saved: '已保存。', discard: '放弃更改',
  },
  sessions: {
    title: '登录会话', began: '登录于', seen: '最近使用', ends: '到期', current: '本次会话',
    end: { name: '结束会话', effect: '该会话的下一个请求即被拒绝；在那里需要重新登录。', requested: '已结束会话。' },
  },
  keys: {
    title: 'API 密钥', none: '没有 API 密钥。', name: '名称', nameHint: '例如使用它的程序。', nameMissing: '请填写名称。', may: '权限', mayOnly: '权限：', everything: '我的全部权限', made: '创建于', used: '最近使用', never: '从未使用', expires: '到期', expiresHint: '留空则长期有效。', forGood: '长期',
    create: { name: '创建密钥', effect: '程序用它代替登录；它的权限不会超过您本人当前的权限。密钥只显示这一次。', requested: '已创建密钥。' },
    secret: (slots: { name: string }) => `“${slots.name}”的密钥只显示这一次，请立即复制并妥善保存。`, secretLabel: '密钥', kept: '已保存，隐藏密钥',
    revoke: { name: '吊销密钥', effect: (slots: { name: string }) => `使用“${slots.name}”的程序，下一个请求即被拒绝。密钥无法恢复。`, requested: '已吊销密钥。' },
  },
  leave: {
    title: '删除我的账户', lead: '申请后账户立即停用。宽限期内可以通过邮件中的链接取消删除；此后数据被删除，不可恢复。', ground: '依据', password: '密码', passwordHint: '请再次输入，以确认是您本人。',
    act: { name: '申请删除', effect: '账户立即停用，所有会话与 API 密钥结束，您会退出登录。宽限期内可以取消；此后数据被删除，不可恢复。', typed: '删除', requested: '已申请删除。' },
  },
  permissions: {
    title: '我的权限', none: '没有权限。', lead: '权限来自您的角色；如需更改，请联系本租户的管理员。',
  },
};
