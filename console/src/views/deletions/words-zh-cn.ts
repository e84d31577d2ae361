type Names = Readonly<Record<string, string>>;

/** The texts of the deletions in Chinese. */
export const zhCN = {
  title: '删除申请',
  lead: '未结束的申请按截止日期排列，逾期的在前；之后是已结束的。',
  back: '返回删除申请',
  none: '没有删除申请',
  clear: '清除筛选',
  status: '状态',
  anyStatus: '所有状态',
  statuses: {
    GRACE_PERIOD: '宽限期内', BLOCKED_BY_HOLD: '因法律保留暂停', RUNNING: '删除中', PARTIALLY_ERASED: '未完成，待人工处理', CANCELLED: '已取消', COMPLETED: '已完成',
  },
  columns: { due: '截止日期', person: '用户', status: '状态', received: '收到', extended: '延期', standsAt: (slots: { phase: string }) => `停在“${slots.phase}”` },
  erased: '已删除的用户',
  due: {
    today: '今天到期',
    left: (slots: { days: number }) => `还剩 ${slots.days} 天`,
    overdue: (slots: { days: number }) => `已逾期 ${slots.days} 天`,
  },
  extended: (slots: { to: string; on: string }) => `至 ${slots.to}，${slots.on} 告知用户`,
  here: {
    why: '现状', next: '接下来', who: '由谁处理', overdue: '数据保护官：已过截止日期，请立即处理，并向该用户说明原因。',
    GRACE_PERIOD: { why: '账户已停用，数据尚未删除。', next: (slots: { time: string }) => `${slots.time} 宽限期结束后自动开始删除，此后不可取消。`, who: '目前无需任何人处理；本人或管理员可以取消。' },
    BLOCKED_BY_HOLD: { why: '法律保留要求保存该用户的全部数据，删除暂停。', next: () => '解除法律保留后自动继续。', who: '有权删除用户的管理员：依据不再成立时请解除保留。' },
    RUNNING: { why: '删除已经开始，不可取消。', next: () => '各阶段依次完成后出具删除证明。', who: '目前无需任何人处理。' },
    PARTIALLY_ERASED: { why: '一个阶段失败，其后的阶段没有开始；已删除的数据不会恢复。', next: () => '排除原因后，在该次执行中重试；已完成的阶段不会重复。', who: '平台工程师：请在截止日期前处理。' },
    CANCELLED: { why: '申请已取消，没有删除任何数据；账户可以重新登录。', next: () => '已结束。', who: '无需处理。' },
    COMPLETED: { why: '该用户的数据已删除，删除证明已出具。', next: () => '已结束。', who: '无需处理；请按需留存证明。' },
  },
  facts: {
    requested: '收到', requestedBy: '申请人', ground: '依据', profile: '适用法律', grace: '宽限期至', due: '截止日期', extended: '延期', why: '延期原因', started: '开始', ended: '结束',
    backups: '备份到期', id: '申请编号',
  },
  bySelf: '本人',
  openRun: '查看删除的执行',
  grounds: {
    no_longer_necessary: '数据不再必要', consent_withdrawn: '撤回同意', objection: '反对处理', unlawful_processing: '违法处理', legal_obligation: '法定义务', child: '未成年人数据', other: '其他',
  },
  profiles: { gdpr: 'GDPR（一个月）', pipl: '个人信息保护法（工作日）' } as Names,
  phases: {
    title: '阶段',
    names: {
      access: '终止访问', assessment: '评估数据', personal_data: '删除个人数据', business_data: '匿名化业务数据', audit: '精简审计数据', backups: '销毁备份密钥', recipients: '通知接收方',
      verification: '独立核验', certificate: '出具证明',
    },
    statuses: { PENDING: '未开始', RUNNING: '进行中', DONE: '已完成', FAILED: '失败' },
    count: (slots: { kind: string; count: number }) => `${slots.kind} ${slots.count}`,
    progress: {
      items: (slots: { done: string; of: string }) => `已处理 ${slots.done} / ${slots.of} 项`, places: (slots: { done: string; of: string }) => `已核查 ${slots.done} / ${slots.of} 处`,
    },
    nothing: '无此类数据',
  },
  plan: {
    title: '各类数据的处置', data: '数据', store: '存储', category: '类别', way: '处置', count: '数量', notCounted: '尚未统计', heldMark: '法律保留', retained: '依法留存', until: '至',
    preview: '删除开始后统计数量。',
    ways: { delete: '删除', anonymise: '匿名化', minimise: '精简后留存', retain: '限期留存' } as Names,
    categories: { identity: '身份', contact: '联系方式', security: '安全', business: '业务', audit: '审计', technical: '技术' } as Names,
    stores: { identity: '账户表', ledger: '流程台账', audit: '审计表', events: '事件表', keys: '密钥表', erasures: '删除证明表' } as Names,
  },
  kinds: {
    sessions: '会话', apiKeys: 'API 密钥', tokens: '邮件链接', activity: '活动记录', roles: '角色', profile: '个人资料', credential: '密码', records: '业务记录', auditEntries: '审计条目',
    held: '法律保留', processesFenced: '让位的执行', rolesRevoked: '收回的角色', keysDestroyed: '销毁的密钥', recipientsTold: '已通知', recipientsNotReached: '未能通知', residue: '残留', byValue: '按值核查', foundAgain: '再次发现',
  } as Names,
  hold: {
    title: '法律保留', none: '没有法律保留。', basis: '依据', categories: '范围', everything: '全部数据', until: '至', noEnd: '直至解除', placed: '设置于', placedBy: '设置人', hasEnded: '已到期', scope: '保留的数据', untilHint: '留空则直至解除。',
    place: {
      name: '暂停删除', requested: '已设置法律保留。',
      effect: '所选数据不会被删除，直至解除或到期。保留全部数据时，尚未开始的删除会暂停。填写的原因即为依据，该用户可以查看。',
    },
    release: { name: '解除暂停', requested: '已请求解除法律保留。', effect: '被它暂停的删除会继续；宽限期已过时随即开始，此后不可取消。' },
  },
  extend: {
    name: '延长期限', requested: '已延长期限，用户会收到说明原因的邮件。', until: '新的截止日期',
    effect: (slots: { latest: string }) => `截止日期推后，最晚至 ${slots.latest}。填写的原因会以邮件告知该用户。只能在首个截止日期之前延长。`,
  },
  cancel: { name: '取消删除', requested: '已请求取消删除。', effect: '账户恢复原状，该用户可以重新登录；原有会话与 API 密钥不会恢复。没有数据被删除。' },
  recipients: { title: '数据接收方', none: '没有登记数据接收方。', later: '在“通知接收方”阶段通知已登记的接收方。', TOLD: '已通知', ACKNOWLEDGED: '已确认', NOT_REACHED: '未能通知',
    tell: { name: '记录已告知', requested: '已记录。', effect: '没有邮件送达该接收方。请说明以何种其他方式告知了删除；内容会写入审计，并显示在其名称旁。' } },
  certificate: {
    title: '删除证明', later: '删除完成后出具。', download: '下载证明（JSON）', verify: '验证方法',
    how: '证明由平台的密钥签名，并引用上一份证明的散列值；更改任何一处，验证都会失败。请通过另一渠道核对公钥指纹。证明中没有个人数据，可以交付和留存。',
    number: '编号', issued: '出具于', algorithm: '签名算法', fingerprint: '公钥指纹',
  },
};
