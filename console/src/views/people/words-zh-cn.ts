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
  },
};
