import { greetableName } from '../greetable-name.ts';
import type { MailTexts } from '../mail-template.ts';
import { deletionZhCN } from './deletion-zh-CN.ts';

const hello = (firstName: string): string => {
  const name = greetableName(firstName);
  return name === undefined ? '您好：' : `${name}，您好：`;
};
const pointOfTime = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const copyHint = '您也可以将以下网址复制到浏览器中打开：';

export const zhCN: MailTexts = {
  footer: '本邮件由系统自动发送，请勿回复。',

  mails: {
    ...deletionZhCN,

    verification: ({ firstName, verificationUrl, validHours, reminder }) => ({
      subject: reminder ? '提醒：请验证您的电子邮箱' : '请验证您的电子邮箱',
      paragraphs: [
        hello(firstName),
        reminder ? '有人使用此邮箱注册了账户，但尚未确认。此前发送的链接即将失效，现再次附上。' : '有人使用此邮箱注册了账户，请确认该邮箱属于您本人。',
        '点击链接会打开一个带有确认按钮的页面。仅打开页面不会产生任何更改，只有点击按钮才会完成确认。',
      ],
      action: { label: '打开确认页面', url: verificationUrl, hint: copyHint },
      notes: [
        `链接自本邮件发出起 ${validHours} 小时内有效，且只能使用一次。`,
        '如果不是您本人注册，请忽略本邮件。未经您本人操作，该邮箱不会被确认。',
      ],
    }),

    welcome: ({ firstName, tenantName }) => ({
      subject: `欢迎加入 ${tenantName}`,
      paragraphs: [
        hello(firstName),
        `我们已收到 ${tenantName} 的注册申请，正在为您准备账户。`,
        '本邮件无需任何操作。如何确认邮箱，请查看另一封邮件中的说明。',
      ],
      notes: ['如果不是您本人注册，请忽略本邮件。'],
    }),

    registration_not_completed: ({ firstName }) => ({
      subject: '您的注册未完成',
      paragraphs: [
        hello(firstName),
        '由于我们的系统故障，您的账户未能创建，已准备的内容均已清除。',
        '您填写的信息已被删除，该邮箱可以重新使用。欢迎您再次注册，给您带来不便，敬请谅解。',
      ],
      notes: ['如果不是您本人注册，则无需任何操作。'],
    }),

    address_already_known: ({ consoleUrl }) => ({
      subject: '此邮箱已有账户',
      paragraphs: [
        '您好：',
        '刚才有人（可能是您本人）尝试使用此邮箱注册。该邮箱已有对应的账户，因此没有创建新账户，您的账户也没有任何变化。',
        '如果是您本人操作，请直接登录。如果忘记了密码，可以在登录页面申请重置。',
      ],
      action: { label: '前往登录页面', url: consoleUrl, hint: copyHint },
      notes: ['如果不是您本人操作，则无需理会，没有人因此获得您账户的访问权限。'],
    }),

    invitation: ({ tenantName, invitationUrl, validUntil }) => ({
      subject: `邀请您加入 ${tenantName}`,
      paragraphs: [
        '您好：',
        `${tenantName} 的管理员邀请您注册账户。`,
        '以下链接即为您的邀请：凭此链接可使用本邮箱注册，其他邮箱无效。',
      ],
      action: { label: '凭邀请注册', url: invitationUrl, hint: copyHint },
      notes: [
        `邀请有效期至 ${pointOfTime.format(new Date(validUntil))}（UTC），且只能使用一次。`,
        '如果您不需要账户，请忽略本邮件。未经您本人操作，不会创建任何账户。',
      ],
    }),

    role_assigned: ({ firstName, tenantName, roleName, assignedBy, validUntil }) => ({
      subject: '您获得了新角色',
      paragraphs: [
        hello(firstName),
        `您在 ${tenantName} 获得了一个角色，该角色的权限即刻生效。`,
        `角色：${roleName}`,
        `授予人：${assignedBy}`,
        ...(validUntil === undefined ? [] : [`到期时间：${pointOfTime.format(new Date(validUntil))}（UTC）`]),
      ],
      notes: ['如果您对此感到意外，请联系授予人。'],
    }),

    assignment_withdrawn: ({ firstName, tenantName, roleName }) => ({
      subject: '一个角色未能授予您',
      paragraphs: [
        hello(firstName),
        `您在 ${tenantName} 获得了一个角色，但相关处理失败，该角色已收回。您的其他权限保持不变。`,
        `角色：${roleName}`,
      ],
      notes: ['授予人已收到通知，可以再次授予。'],
    }),

    assignment_withdrawn_from: ({ firstName, tenantName, roleName, person }) => ({
      subject: '您授予的角色已收回',
      paragraphs: [
        hello(firstName),
        `您在 ${tenantName} 授予他人一个角色，但相关处理失败，该角色已收回。对方的其他权限保持不变。`,
        `角色：${roleName}`,
        `用户：${person}`,
      ],
      notes: ['对方已收到通知。原因排除后您可以再次授予，原因可在控制台的执行记录中查看。'],
    }),

    role_revoked: ({ firstName, tenantName, roleName, revokedBy, reason }) => ({
      subject: '您的一个角色已被收回',
      paragraphs: [
        hello(firstName),
        `您在 ${tenantName} 不再拥有以下角色，您的其他角色所授予的权限保持不变。`,
        `角色：${roleName}`,
        `收回人：${revokedBy}`,
        `原因：${reason}`,
      ],
      notes: ['收回即刻生效，您可能需要重新登录。'],
    }),

    password_reset: ({ firstName, resetUrl, validMinutes }) => ({
      subject: '设置新密码',
      paragraphs: [
        hello(firstName),
        '有人（可能是您本人）申请为您的账户设置新密码。',
        '点击链接会打开设置新密码的页面。在此之前，当前密码保持不变；新密码设置成功后，您的所有会话和 API 密钥都将失效。',
      ],
      action: { label: '设置新密码', url: resetUrl, hint: copyHint },
      notes: [
        `链接自本邮件发出起 ${validMinutes} 分钟内有效，且只能使用一次。若收到更新的邮件，以最新的链接为准。`,
        '如果不是您本人操作，请忽略本邮件，您的账户不会有任何变化。请勿将链接转发给任何人。',
      ],
    }),

    password_changed: ({ firstName, consoleUrl }) => ({
      subject: '您的密码已更改',
      paragraphs: [
        hello(firstName),
        '您账户的密码刚刚通过发送到本邮箱的链接更改。此前的所有会话和 API 密钥均已失效。',
        '如果是您本人操作，则无需再做任何事。',
      ],
      action: { label: '打开控制台', url: consoleUrl, hint: copyHint },
      notes: ['如果不是您本人操作，说明有人能读取您的邮件：请先更改邮箱密码，再在此重新设置密码，并告知您的管理员。'],
    }),

    user_activated: ({ userId, memberSince, consoleUrl }) => ({
      subject: '新用户已激活',
      paragraphs: [
        '您好：',
        '贵组织有一位新用户已激活。',
        `用户：${userId}`,
        `注册时间：${pointOfTime.format(new Date(memberSince))}（UTC）`,
      ],
      action: { label: '打开控制台', url: consoleUrl, hint: copyHint },
      notes: ['您是管理员，因此收到本邮件。'],
    }),
  },
};
