type Names = Readonly<Record<string, string>>;

/** The texts of people and their roles in Chinese. */
export const zhCN = {
  title: '用户与角色',
  lead: '本租户的用户，新加入的在前。',
  back: '返回用户',
  none: '还没有用户',
  columns: { name: '姓名', address: '邮箱', status: '状态', roles: '角色', joined: '加入' },
  showAddresses: '显示邮箱',
  hideAddresses: '遮盖邮箱',
  noName: '姓名无法读取',
  noAddress: '无法读取',
  noRoles: '无',
  statuses: { pending_verification: '等待验证邮箱', active: '正常', deletion_pending: '申请删除中', deleting: '删除中', registration_failed: '注册未完成' },
  facts: { address: '邮箱', verified: '邮箱验证', joined: '加入', id: '用户编号', undeliverable: '邮件无法送达此地址' },
  verified: '已验证',
  notVerified: '未验证',
  openDeletions: '查看删除申请',
  runs: '查看执行',
  correct: {
    name: '更正邮箱', address: '新的邮箱地址', requested: '已请求更正，验证邮件将发送到新地址。',
    effect: '新地址会收到验证邮件；完成验证之前账户停用，原有会话、API 密钥和链接全部失效。',
  },
  remove: {
    name: '申请删除', ground: '依据', grace: '宽限期（天）', requested: '已申请删除。',
    graceHint: '0 表示立即开始，不可取消；留空则采用租户的缺省值。',
    effect: '账户立即停用，所有会话与 API 密钥结束。宽限期内可以取消；此后数据被删除，不可恢复。用户会收到邮件。',
    typed: '删除',
  },
  roles: {
    title: '当前角色', none: '没有角色。', name: '角色', since: '授予于', by: '授予人', until: '至', forGood: '长期', permissions: '权限：', fromStart: '注册时',
    revoke: {
      name: '收回角色', requested: '已请求收回角色。',
      effect: (slots: { role: string }) => `收回“${slots.role}”，从下一个请求起生效；角色要求时其会话随之结束。用户会收到邮件。`,
    },
    assign: {
      name: '授予角色', role: '角色', until: '到期日', untilHint: '留空则长期有效。', requested: '已请求授予角色。', choose: '请选择',
      effect: '立即生效；随后的流程检查、通知并记录。只能授予您本人拥有的权限。', self: '不能给自己授予角色', missing: '请选择一个角色。',
    },
  },
  timeline: {
    title: '时间线', lead: '跨所有流程，最新的在前：执行、邮件、角色、法律保留与操作记录。', none: '还没有记录', self: '本人',
    started: (slots: { process: string }) => `流程“${slots.process}”开始`,
    ended: (slots: { process: string }) => `流程“${slots.process}”结束`,
    kinds: { run_started: '执行', run_ended: '执行', event: '事件', audit: '操作', mail: '邮件' },
    events: {
      'user.created': '已注册', 'user.default_role_assigned': '已获得默认角色', 'user.welcome_email_sent': '已发送欢迎邮件', 'user.verification_email_sent': '已发送验证邮件',
      'user.email_verified': '邮箱已验证', 'user.registration_completed': '注册完成', 'user.registration_failed': '注册失败', 'user.registration_expired': '注册过期',
      'user.ready_to_activate': '满足激活条件', 'user.activated': '账户已激活', 'role.assigned': '角色已授予', 'role.revoked': '角色已收回', 'permission.change_completed': '权限变更完成',
      'user.deletion_requested': '已申请删除', 'user.deletion_started': '删除开始', 'user.deletion_cancelled': '删除已取消', 'user.deletion_phase_completed': '删除的一个阶段完成',
      'user.address_notice_due': '待通知：邮箱再次被用于注册', 'user.address_notice_settled': '已通知：邮箱再次被用于注册', 'user.verification_request_settled': '验证链接的申请已处理',
      'user.verification_reminder_due': '待提醒验证', 'user.verification_reminder_settled': '验证提醒已处理', 'user.password_reset_request_settled': '密码重置的申请已处理',
      'user.password_change_notice_settled': '密码变更通知已处理', 'user.deletion_notice_due': '待发送删除通知', 'user.deletion_notice_settled': '删除通知已处理',
      'user.deletion_completed': '删除完成', 'user.verification_requested': '申请了验证链接', 'user.password_reset_requested': '申请了密码重置', 'user.password_changed': '密码已更改',
    } as Names,
  },
};
