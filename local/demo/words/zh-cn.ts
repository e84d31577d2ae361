/** Every text of the demo in Chinese; its keys are the ones each other language must have. */
export const zhCN = {
  help: `npm run demo [-- --lang zh-CN|en]

对着 \`npm start\` 启动的平台演示完整的故事，并按时间线打印：注册与验证、授予与收回角色、
步骤失败后的补偿、失败邮件的重新投递、暂停的流程、账户删除及其证明，最后是统计。
每一次执行、每一项申请和死信都附有控制台中的地址。

  --lang   语言：zh-CN 或 en；缺省时取自环境变量 LANG
  --help   显示本说明`,
  console: (slots: { url: string; email: string; file: string }) => `在控制台中一同查看：${slots.url}，账户 ${slots.email}，密码在 ${slots.file} 中。`,
  finished: (slots: { seconds: string }) => `演示结束，共 ${slots.seconds} 秒。`,
  mail: (slots: { subject: string }) => `邮件：“${slots.subject}”`,
  mailToAdministrator: (slots: { subject: string }) => `发给管理员的邮件：“${slots.subject}”`,
  ended: (slots: { process: string; status: string; seconds: string }) => `${slots.process}：${slots.status}，用时 ${slots.seconds} 秒`,
  attempts: (slots: { count: number }) => `${slots.count} 次`,
  undo: (slots: { step: string }) => `补偿：${slots.step}`,
  stillTo: (slots: { what: string }) => `30 秒内没有等到：${slots.what}`,

  registration: {
    title: '林注册，账户激活',
    registers: (slots: { name: string; tenant: string; message: string }) => `${slots.name} 在 ${slots.tenant} 注册，立即得到答复：“${slots.message}”`,
    confirms: (slots: { status: string }) => `林确认邮箱：${slots.status === 'active' ? '账户已激活' : '邮箱已验证'}`,
    logsIn: (slots: { until: string }) => `林登录，会话有效至 ${slots.until}`,
  },
  roles: {
    title: '授予角色，再收回',
    asks: (slots: { status: number }) => `林查询执行列表：${slots.status}（没有权限）`,
    given: (slots: { status: number }) => `管理员授予可查看执行的角色；林再次查询：${slots.status}`,
    taken: (slots: { status: number }) => `收回角色，下一个请求即被拒绝：${slots.status}`,
    loggedOut: (slots: { status: number }) => `该角色要求退出登录，林的会话此后得到 ${slots.status}`,
    reason: '调往其他团队',
  },
  compensated: {
    title: '步骤最终失败，已做的更改全部补偿',
    broken: (slots: { step: string }) => `现在故意让 ${slots.step} 失败`,
    repaired: '故障已修复，金用同一邮箱再次注册',
  },
  parked: {
    title: '欢迎邮件失败，待人工处理，随后重新投递',
    letter: (slots: { cause: string }) => `死信：${slots.cause}`,
    redrive: (slots: { redrive: string }) => `重新投递的作用：${slots.redrive}`,
    late: (slots: { subject: string }) => `邮件迟到，但只有一封：“${slots.subject}”`,
  },
  paused: {
    title: '暂停流程：新的执行等待，不会丢失',
    pauses: (slots: { reason: string; from: number; to: number }) => `运维人员暂停注册流程：“${slots.reason}”（配置 ${slots.from} → ${slots.to}）`,
    enables: (slots: { reason: string; from: number; to: number }) => `运维人员启用注册流程：“${slots.reason}”（配置 ${slots.from} → ${slots.to}）`,
    waits: (slots: { name: string; cause: string }) => `${slots.name} 的执行在等待：${slots.cause}`,
    stopped: (slots: { cause: string }) => `本的执行已停止：${slots.cause}`,
    lookFirst: '先检查邮件', allFine: '邮件没有问题', over: '演示结束', leaveBenOut: '本要求不参与',
  },
  deletion: {
    title: '删除账户，并得到证明',
    record: '林的扶手椅',
    asks: (slots: { status: number }) => `林申请删除账户，不设宽限期；她的会话此后得到 ${slots.status}`,
    phase: (slots: { name: string; counts: string }) => `${slots.name}：${slots.counts}`,
    count: (slots: { kind: string; count: number }) => `${slots.kind} ${slots.count}`,
    separator: '，',
    certificate: (slots: { number: number; tenant: string }) => `${slots.tenant} 的第 ${slots.number} 份删除证明，凭回执码即可读取，无需账户`,
    signature: (slots: { algorithm: string; fingerprint: string }) => `签名 ${slots.algorithm}，公钥指纹 ${slots.fingerprint}…`,
  },
  statistics: {
    title: '最近一小时的统计',
    durations: (slots: { process: string; p50: string; p95: string }) => `${slots.process}：p50 ${slots.p50}，p95 ${slots.p95}`,
    runs: (slots: { all: number; parts: string }) => `${slots.all} 次执行 = ${slots.parts}`,
    parts: {
      completedWorkflows: (count: number) => `已完成 ${count}`, completedWithWarnings: (count: number) => `有警告 ${count}`, compensatedWorkflows: (count: number) => `已补偿 ${count}`,
      failedWorkflows: (count: number) => `失败或停止 ${count}`, runningWorkflows: (count: number) => `进行中 ${count}`,
    },
  },

  processes: {
    user_registration: '用户注册', account_activation: '账户激活', role_assignment: '角色授予', role_revocation: '角色收回', user_deletion: '用户删除',
  } as Readonly<Record<string, string>>,
  statuses: {
    RUNNING: '执行中', WAITING: '等待', COMPLETED: '已完成', COMPLETED_WITH_WARNINGS: '已完成，有警告', COMPENSATING: '补偿中', COMPENSATED: '已补偿',
    COMPENSATION_FAILED: '补偿失败', TIMED_OUT: '超时', PARKED: '待人工处理', FENCED: '已让位', CANCELLED: '已取消',
    DONE: '完成', FAILED: '失败', STARTED: '执行中', SKIPPED: '跳过', VOID: '作废', NOT_STARTED: '未执行',
  } as Readonly<Record<string, string>>,
  phases: {
    access: '终止访问', assessment: '评估数据', personal_data: '删除个人数据', business_data: '匿名化业务数据', audit: '精简审计数据',
    backups: '销毁备份密钥', recipients: '通知接收方', verification: '独立核验', certificate: '出具证明',
  } as Readonly<Record<string, string>>,
  /** What the phases of a deletion count. */
  kinds: {
    sessions: '会话', apiKeys: 'API 密钥', tokens: '链接', activity: '活动记录', roles: '角色', profile: '个人资料', credential: '密码', records: '业务记录',
    auditEntries: '审计条目', held: '保留', processesFenced: '让位的执行', rolesRevoked: '收回的角色', keysDestroyed: '销毁的密钥', recipientsTold: '已通知',
    recipientsNotReached: '未能通知', residue: '残留', byValue: '按值核查', foundAgain: '再次发现',
  } as Readonly<Record<string, string>>,
};

export type DemoWords = typeof zhCN;
