import { greetableName } from '../greetable-name.ts';
import type { DeletionMailTexts } from '../mail-template.ts';

const hello = (firstName: string): string => {
  const name = greetableName(firstName);
  return name === undefined ? '您好：' : `${name}，您好：`;
};
const pointOfTime = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const time = (iso: string): string => `${pointOfTime.format(new Date(iso))}（UTC）`;
const takeBack = (cancelUrl: string) => ({ label: '打开保留账户的页面', url: cancelUrl, hint: '您也可以将以下网址复制到浏览器中打开：' });
const PAGE_HAS_A_BUTTON = '点击链接会打开一个带有按钮的页面。仅打开页面不会产生任何更改，只有点击按钮才会保留账户。';

const categories: Readonly<Record<string, string>> = { identity: '身份信息', contact: '联系方式', security: '登录与权限', business: '业务记录', audit: '操作记录', technical: '技术数据' };
const heldData = (held: readonly string[]): string => held.map((each) => categories[each] ?? each).join('、');

export const deletionZhCN: DeletionMailTexts = {
  deletion_requested: ({ firstName, tenantName, byAdministrator, graceEndsAt, dueAt, cancelUrl, receiptCode, held, blocked }) => ({
    subject: '已收到删除您账户的申请',
    paragraphs: [
      hello(firstName),
      byAdministrator ? `${tenantName} 的管理员申请删除您的账户，该账户的访问权限已立即终止。` : `您已申请删除在 ${tenantName} 的账户，该账户的访问权限已立即终止。`,
      blocked ? '由于法律保留，删除暂停：在此期间不会删除任何数据，除存储外也不会对您的数据作任何处理。保留解除后我们会通知您。'
        : `在 ${time(graceEndsAt)} 之前可以取消删除，此后删除开始，无法取消。`,
      '将删除：您的姓名与邮箱、个人资料、角色、登录会话和 API 密钥，以及业务记录中的姓名。',
      '将保留：法律要求保存的内容（不含姓名，期满即清除），以及删除已执行的记录。',
      ...(held.length > 0 ? [`依法保留的内容（您有权知悉）：${heldData(held)}。`] : []),
      `最迟于 ${time(dueAt)} 完成，届时会通知您。`,
      ...(receiptCode === undefined ? [] : [`回执码：${receiptCode}`]),
    ],
    action: takeBack(cancelUrl),
    notes: [
      PAGE_HAS_A_BUTTON,
      ...(receiptCode === undefined ? [] : ['请妥善保存回执码：账户删除后仍可凭此查询进度。任何持有者均可查询。']),
      '如果这并非您的意愿，请通过链接保留账户，并告知管理员。',
    ],
  }),

  deletion_reminder: ({ firstName, tenantName, graceEndsAt, cancelUrl }) => ({
    subject: '提醒：您的账户即将开始删除',
    paragraphs: [
      hello(firstName),
      `您在 ${tenantName} 的账户将于 ${time(graceEndsAt)} 开始删除。在此之前可以取消，此后无法取消。`,
      '如果您确认删除，则无需任何操作。',
    ],
    action: takeBack(cancelUrl),
    notes: [PAGE_HAS_A_BUTTON],
  }),

  deletion_cancelled: ({ firstName, tenantName, consoleUrl }) => ({
    subject: '您账户的删除已取消',
    paragraphs: [
      hello(firstName),
      `您在 ${tenantName} 的账户的删除已取消。没有删除任何数据，您可以重新登录。`,
      '此前的登录会话和 API 密钥均已失效，不会恢复。',
    ],
    action: { label: '前往登录页面', url: consoleUrl, hint: '您也可以将以下网址复制到浏览器中打开：' },
    notes: ['如果这并非您的意愿，请告知管理员，您可以随时再次申请删除。'],
  }),

  deletion_due_soon: ({ requestId, blocked, begun = false, overdue, dueAt, consoleUrl }) => ({
    subject: overdue ? '一项删除申请已逾期' : '一项删除申请即将到期',
    paragraphs: [
      '您好：',
      `一项删除申请尚未完成，依法${overdue ? '本应' : '须'}在 ${time(dueAt)} 之前完成。`,
      `申请编号：${requestId}`,
      begun ? '删除已经开始但尚未完成。请向平台运维人员了解原因：失败的阶段需排除原因后重试。' : blocked ? '法律保留使其暂停。请向设置者确认是否仍有必要，如无必要请予以解除。' : '其宽限期尚未结束，期满后会自动开始。',
      overdue ? '当事人可向数据保护主管机关投诉。请由数据保护官决定如何告知当事人，以及法律保留的依据是否足以说明延误。' : '如无法按期完成，在法律允许的情况下，可在首月内说明原因并延长期限，届时会告知当事人。',
    ],
    action: { label: '打开控制台', url: consoleUrl, hint: '您也可以将以下网址复制到浏览器中打开：' },
    notes: ['您收到本邮件，是因为您是管理员。'],
  }),

  deletion_extended: ({ firstName, tenantName, dueAt, reason }) => ({
    subject: '您账户的删除期限已延长',
    paragraphs: [hello(firstName), `删除您在 ${tenantName} 的账户需要一个月以上的时间。`, `原因：${reason}`, `最迟于 ${time(dueAt)} 完成。`],
    notes: ['如有异议，您可以向数据保护主管机关投诉。'],
  }),

  deletion_blocked: ({ firstName, tenantName, until, basis }) => ({
    subject: '您账户的删除已暂停',
    paragraphs: [
      hello(firstName),
      `由于法律保留，您在 ${tenantName} 的账户暂停删除：依照法律，目前不得删除您的数据。`,
      `依据：${basis}`,
      until === undefined ? '暂停至保留解除为止。' : `最迟于 ${time(until)} 解除。`,
      '在此期间，除存储外不会对您的数据作任何处理。保留解除后我们会通知您。',
    ],
    notes: ['如有异议，您可以向数据保护主管机关投诉。'],
  }),

  deletion_completed: ({ firstName, tenantName, certificateUrl, held, heldUntil }) => ({
    subject: '您账户的删除已完成',
    paragraphs: [
      hello(firstName),
      `您在 ${tenantName} 的账户及个人数据已删除，并经独立核验。`,
      ...(held.length === 0 ? [] : [`依照法律暂予保留：${heldData(held)}。除存储外不作任何处理${heldUntil === undefined ? '' : `，至少保留至 ${time(heldUntil)}`}；保留结束后亦将删除，届时可通过下方链接查询。`]),
      '这是我们发给您的最后一封邮件：您的邮箱地址也随之删除。',
    ],
    action: { label: '打开删除证明', url: certificateUrl, hint: '证明列明删除了什么、依法保留什么及期限，以及最后一份备份何时失效。此链接无需账户，请妥善保存。' },
    notes: [],
  }),

  recipient_notice: ({ recipientName, tenantName, userId, requestId, acknowledgeUrl }) => ({
    subject: '个人数据删除通知',
    paragraphs: [
      `${recipientName}：`,
      `${tenantName} 曾向贵方提供个人数据。编号为 ${userId} 的个人已在该处删除。`,
      '除法律要求保存外，请删除贵方持有的该人数据，并在下方页面确认已收到本通知。',
    ],
    action: { label: '打开确认页面', url: acknowledgeUrl, hint: '或将此地址复制到浏览器：' },
    notes: ['链接将打开一个带按钮的页面，无需账户。打开页面不会改变任何内容，点击按钮才会确认。', `编号：${requestId}`],
  }),

  deletion_released: ({ firstName, tenantName, graceEndsAt, cancelUrl }) => ({
    subject: '您账户的删除将继续进行',
    paragraphs: [
      hello(firstName),
      `使您在 ${tenantName} 的账户暂停删除的法律保留已解除。`,
      graceEndsAt === undefined ? '宽限期已过，删除现在开始。' : `在 ${time(graceEndsAt)} 之前可以取消删除，此后删除开始，无法取消。`,
    ],
    ...(graceEndsAt !== undefined && { action: takeBack(cancelUrl) }),
    notes: graceEndsAt === undefined ? [] : [PAGE_HAS_A_BUTTON],
  }),
};
