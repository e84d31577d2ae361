/** Every text of the console in Chinese; its keys are the ones each other language must have. */
export const zhCN = {
  place: '业务流程平台',
  apiDocs: 'API 文档',
  languages: '语言',
  backToStart: '返回首页',
  retry: '重试',
  serviceSays: '服务说明',
  requestCode: '请求编号',

  start: {
    title: '首页',
    heading: '每一项业务流程，都有始有终',
    lead: '用户注册、权限变更、数据删除等业务在后台分步执行。每一步都有记录；失败的步骤会自动重试，仍未成功的，由系统补偿或转交人工处理。',
    mailHeading: '刚刚完成注册？',
    mailHint: '请打开验证邮件中的链接，确认您的邮箱。没有收到时，请查看垃圾邮件文件夹。',
    forgotten: '忘记密码？',
  },

  service: {
    heading: '服务状态',
    checking: '正在检查',
    running: '运行正常',
    reports: (slots: { status: string }) => `服务报告的状态：${slots.status}`,
    unreachable: '无法连接',
    unreachableEffect: '暂时无法确认邮箱。请检查网络；本页会继续自动检查。',
    stage: '环境',
    version: '版本',
    checkedAt: '上次检查',
    checkNow: '立即检查',
  },

  verify: {
    title: '确认邮箱',
    noPassword: '本页不会要求您输入密码。',
    progress: '注册进度',
    ready: {
      heading: '确认您的邮箱地址',
      lead: '您打开了验证邮件中的链接。按下按钮，即确认这个邮箱属于您；账户准备就绪后随即激活。',
      note: '打开本页不会改变任何内容。如果不是您本人注册，关闭本页即可。',
    },
    confirm: '确认邮箱',
    working: '正在确认…',
    verified: { heading: '邮箱已确认', lead: '您的账户正在激活，稍后即可登录。您无需再做任何操作，可以关闭本页。' },
    active: { heading: '账户已激活', lead: '您的邮箱已确认，现在可以登录。' },
    already: { heading: '邮箱此前已确认', lead: '这个链接已经使用过，无需再次确认。如果还不能登录，请稍等片刻，账户正在激活。' },
    expired: { heading: '链接已过期', lead: '您的邮箱尚未确认。请申请一封新的验证邮件，再使用其中的链接。' },
    unknown: { heading: '链接无法识别', lead: '这个链接不完整，或已被新的验证邮件取代。请使用最近一封验证邮件中的链接，或申请一封新的。' },
    missing: { heading: '缺少验证信息', lead: '请从验证邮件中重新打开链接；刷新本页后，链接中的验证信息不会保留。也可以申请一封新的验证邮件。' },
    requested: { heading: '申请已提交', lead: '如果该邮箱有等待确认的注册，新的验证邮件很快会送达，请使用其中的链接。没有收到时，请查看垃圾邮件文件夹。' },
    trouble: {
      heading: '暂时未能确认',
      unreachable: '无法连接服务，您的邮箱可能尚未确认。请检查网络后重试；重复确认不会有任何影响。',
      busy: '请求过于频繁，您的邮箱尚未确认。请稍后重试，链接仍然可用。',
      busyFor: (slots: { wait: string }) => `请求过于频繁，您的邮箱尚未确认。请在 ${slots.wait}后重试，链接仍然可用。`,
      failing: '服务暂时出错，您的邮箱可能尚未确认。请稍后重试；重复确认不会有任何影响。',
    },
    resend: { heading: '申请新的验证邮件', submit: '发送验证邮件' },
  },

  steps: {
    registered: '提交注册',
    confirmed: '确认邮箱',
    active: '账户激活',
    done: '已完成',
    current: '待确认',
    moving: '执行中',
    upcoming: '未开始',
  },

  reset: {
    title: '设置新密码',
    ready: { heading: '设置新密码', lead: '您打开了密码邮件中的链接。新密码设置成功后，此前的所有会话和 API 密钥都将失效。' },
    note: '打开本页不会改变任何内容。如果不是您本人申请，关闭本页即可，当前密码保持不变。',
    password: '新密码',
    passwordHint: '至少 8 个字符；几个互不相关的词语既好记又安全。',
    weak: {
      'password-too-short': '请输入至少 8 个字符。',
      'password-common': '这个密码过于常见，容易被猜到。请换一个。',
      'password-contains-context': '密码不能主要由您的姓名、邮箱或租户 ID 组成。请换一个。',
    },
    show: { text: '显示', name: '显示密码' },
    hide: { text: '隐藏', name: '隐藏密码' },
    submit: '设置新密码',
    working: '正在设置…',
    done: { heading: '新密码已设置', lead: '新密码即刻生效，此前的所有会话和 API 密钥均已失效。您可以关闭本页。' },
    used: { heading: '链接已使用', lead: '已通过这个链接设置过密码。如果是您本人操作，请使用新密码登录；否则请申请新的链接。' },
    expired: { heading: '链接已过期', lead: '链接仅在十分钟内有效。您的密码没有改变，请申请新的链接。' },
    unknown: { heading: '链接无法识别', lead: '这个链接不完整，或已被更新的邮件取代。请使用最近一封邮件中的链接，或申请一个新的。' },
    missing: { heading: '忘记密码？', lead: '请申请用于设置新密码的链接。链接通过邮件发送，十分钟内有效，且只能使用一次。' },
    requested: { heading: '申请已提交', lead: '如果该邮箱有账户，带链接的邮件很快会送达。没有收到时，请查看垃圾邮件文件夹。' },
    ask: { heading: '申请链接', submit: '发送链接' },
    trouble: {
      heading: '暂时未能设置',
      unreachable: '无法连接服务，新密码可能尚未设置。请检查网络后重试。',
      busy: '请求过于频繁，新密码尚未设置。请稍后重试。',
      busyFor: (slots: { wait: string }) => `请求过于频繁，新密码尚未设置。请在 ${slots.wait}后重试。`,
      failing: '服务暂时出错，新密码可能尚未设置。请稍后重试。',
    },
  },

  acknowledge: {
    title: '确认删除通知',
    ready: { heading: '确认收到删除通知？', lead: '贵方曾接收的一位个人的数据已在来源处删除。点击按钮即表示贵方已知悉，并将删除所持有的数据，法律要求保存的除外。' },
    note: '打开本页不会改变任何内容。',
    acknowledge: '确认已收到通知',
    working: '正在确认…',
    done: { heading: '已确认', lead: '确认已记录，感谢。您可以关闭本页。' },
    unknown: { heading: '链接无法识别', lead: '这个链接不完整，或对应的申请早已结束。请使用通知邮件中的完整链接，或联系发件方。' },
    missing: { heading: '缺少链接中的信息', lead: '请从通知邮件中重新打开链接；刷新本页后，链接中的信息不会保留。' },
    trouble: {
      heading: '暂时未能确认',
      unreachable: '无法连接服务，确认可能尚未记录。请检查网络后重试；重复操作不会有任何影响。',
      busy: '请求过于频繁，确认尚未记录。请稍后重试，链接仍然可用。',
      busyFor: (slots: { wait: string }) => `请求过于频繁，确认尚未记录。请在 ${slots.wait}后重试，链接仍然可用。`,
      failing: '服务暂时出错，确认可能尚未记录。请稍后重试；重复操作不会有任何影响。',
    },
  },

  keepAccount: {
    title: '保留账户',
    ready: { heading: '要保留您的账户吗？', lead: '您的账户已申请删除。点击按钮即可取消删除：不会删除任何数据，您可以重新登录。' },
    note: '打开本页不会改变任何内容。如果您确认删除账户，关闭本页即可。',
    keep: '保留我的账户',
    working: '正在取消…',
    done: { heading: '账户已保留', lead: '删除已取消，没有删除任何数据。您可以重新登录；此前的会话和 API 密钥均已失效。您可以关闭本页。' },
    late: { heading: '为时已晚', lead: '删除已经开始，无法取消。凭回执码可以查询进度。' },
    unknown: { heading: '链接无法识别', lead: '这个链接不完整，或对应的申请早已结束。请使用最近一封删除通知邮件中的链接，或联系管理员。' },
    missing: { heading: '缺少链接中的信息', lead: '请从删除通知邮件中重新打开链接；刷新本页后，链接中的信息不会保留。' },
    trouble: {
      heading: '暂时未能取消',
      unreachable: '无法连接服务，删除可能尚未取消。请检查网络后重试；重复操作不会有任何影响。',
      busy: '请求过于频繁，删除尚未取消。请稍后重试，链接仍然可用。',
      busyFor: (slots: { wait: string }) => `请求过于频繁，删除尚未取消。请在 ${slots.wait}后重试，链接仍然可用。`,
      failing: '服务暂时出错，删除可能尚未取消。请稍后重试；重复操作不会有任何影响。',
    },
  },

  duration: {
    seconds: (slots: { count: number }) => `${slots.count} 秒`,
    minutes: (slots: { count: number }) => `${slots.count} 分钟`,
  },

  time: {
    ago: (slots: { duration: string }) => `${slots.duration}前`,
    none: '—',
  },

  askForMail: {
    tenant: '租户 ID',
    tenantHint: '您注册时所属组织的标识。',
    tenantMissing: '请填写租户 ID。',
    email: '邮箱地址',
    emailHint: '您注册时使用的地址。',
    emailInvalid: '请填写完整的邮箱地址，例如 name@example.com。',
    sending: '正在发送…',
    unreachable: '无法连接服务，申请可能尚未送达。请检查网络后重试。',
    busy: '请求过于频繁，邮件尚未申请。请稍后重试。',
    busyFor: (slots: { wait: string }) => `请求过于频繁，邮件尚未申请。请在 ${slots.wait}后重试。`,
    failing: '服务暂时出错，申请可能尚未送达。请稍后重试。',
    refused: '服务没有接受这次申请，请检查填写的内容。',
  },

  notFound: {
    title: '没有这个页面',
    heading: '没有这个页面',
    lead: '地址可能输入有误，或页面已经移走。',
  },
};

/** The keys and slots that every dictionary has. */
export type Words = typeof zhCN;
