import type { AuditedAction } from '../../adapters/audit.ts';
import type { RunRecord } from '../../adapters/run-ledger.ts';
import type { Language } from '../../domain/language.ts';
import { causeOf } from '../workflows/run-texts.ts';

interface Texts {
  readonly started: (type: string) => string;
  readonly ended: (type: string, how: string) => string;
  readonly actions: Readonly<Record<AuditedAction, string>>;
}

const zh: Texts = {
  started: (type) => `${type} 的执行已开始。`,
  ended: (type, how) => `${type} 的执行已结束：${how}`,
  actions: {
    'registration.accepted': '注册申请已受理。', 'registration.recorded': '注册已记录。', 'registration.repeated': '有人再次使用此邮箱注册。',
    'verification.requested': '申请了新的验证链接。', 'email.verified': '邮箱已验证。', 'email.corrected': '邮箱已由管理员更正。', 'email.undeliverable': '发往此邮箱的邮件被退回或被投诉。', 'account.activated': '账户已激活。',
    'session.started': '已登录。', 'session.ended': '已退出登录。', 'session.revoked': '已结束一个会话。', 'tenant.created': '租户已创建。',
    'api_key.created': '已创建 API 密钥。', 'api_key.revoked': '已吊销 API 密钥。', 'profile.changed': '个人资料已更改。', 'password_reset.requested': '申请了重置密码。', 'password.reset': '密码已重置，所有会话均已结束。',
    'verification.reminded': '已提醒验证链接即将过期。', 'registration.expired': '注册始终未验证，账户已删除。', 'tenant.changed': '租户设置已更改。',
    'invitation.created': '已发出邀请。', 'invitation.withdrawn': '邀请已撤回。',
    'run.compensated': '已完成的步骤均已补偿。', 'run.compensation_failed': '有步骤未能补偿。', 'run.compensation_retried': '再次补偿未能补偿的步骤。',
    'run.resumed': '执行已从中断处继续。', 'run.stopped': '执行已停止，并说明了原因。', 'config.changed': '流程配置已更改。', 'run.undo_skipped': '一项补偿已跳过，并说明了原因。',
    'dead_letter.redriven': '死信已重新投递。', 'dead_letter.closed': '死信已标记为已处理，并说明了原因。',
    'role.assignment_withdrawn': '授予角色未能完成，该角色已收回。', 'sessions.revoked': '因角色被收回，已结束登录会话。', 'permissions.orphans_removed': '已清除不再由任何角色授予的权限。',
    'role.created': '已创建角色。', 'role.assigned': '已授予角色。', 'role.revoked': '已收回角色。', 'invitation.role_lapsed': '邀请中的角色未授予：邀请人已不能授予该角色。',
    'deletion.requested': '申请了删除账户。', 'deletion.started': '账户删除已开始，不可取消。', 'deletion.cancelled': '删除已取消。', 'deletion.extended': '删除的截止日期已延长，并说明了原因。', 'deletion.reminded': '已提醒宽限期即将结束。', 'deletion.due_soon': '已提醒管理员注意删除的截止日期。',
    'deletion.blocked': '法律保留使删除暂停。', 'deletion.released': '法律保留已解除，删除继续。', 'legal_hold.placed': '已设置法律保留。', 'legal_hold.released': '已解除法律保留。', 'recipient.told': '一个接收方已由人工告知删除。', 'deletion.resumed': '依法保留的数据已到期，删除继续。',
    'runs.bulk_retry_started': '批量重新投递已开始。', 'runs.bulk_retry_stopped': '批量重新投递已停止。',
  },
};

const en: Texts = {
  started: (type) => `A run of ${type} began.`,
  ended: (type, how) => `A run of ${type} ended. ${how}`,
  actions: {
    'registration.accepted': 'A registration was accepted.', 'registration.recorded': 'The registration was recorded.', 'registration.repeated': 'Somebody registered with this address again.',
    'verification.requested': 'A fresh verification link was asked for.', 'email.verified': 'The address was verified.', 'email.corrected': 'The address was corrected by an administrator.', 'email.undeliverable': 'A mail came back from the address, or was not wanted there.', 'account.activated': 'The account was activated.',
    'session.started': 'A session began.', 'session.ended': 'A session was ended.', 'session.revoked': 'A session was ended from another one.', 'tenant.created': 'The tenant was created.',
    'api_key.created': 'An API key was made.', 'api_key.revoked': 'An API key was revoked.', 'profile.changed': 'The profile was changed.', 'password_reset.requested': 'A new password was asked for.', 'password.reset': 'The password was replaced, and all sessions ended.',
    'verification.reminded': 'A reminder of the verification link was due.', 'registration.expired': 'The registration was never verified, and the account was removed.', 'tenant.changed': 'The tenant was changed.',
    'invitation.created': 'An invitation was sent.', 'invitation.withdrawn': 'The invitation was withdrawn.',
    'run.compensated': 'What a run had done was undone.', 'run.compensation_failed': 'Something that a run had done could not be undone.', 'run.compensation_retried': 'What could not be undone was tried again.',
    'run.resumed': 'A run was taken up where it was left.', 'run.stopped': 'A run was stopped, with a reason.', 'config.changed': 'The configuration of a process was changed.', 'run.undo_skipped': 'An undo was skipped, with a reason.',
    'dead_letter.redriven': 'A dead letter was redriven.', 'dead_letter.closed': 'A dead letter was marked handled, with a reason.',
    'role.assignment_withdrawn': 'The assignment of a role failed, and the role was revoked.', 'sessions.revoked': 'Sessions were ended because a role was revoked.', 'permissions.orphans_removed': 'Permissions that no role gives any more were removed.',
    'role.created': 'A role was made.', 'role.assigned': 'A role was assigned.', 'role.revoked': 'A role was revoked.', 'invitation.role_lapsed': 'The role of an invitation was not assigned: who had invited may not assign it any more.',
    'deletion.requested': 'The deletion of the account was asked for.', 'deletion.started': 'The deletion began, and nothing leads back.', 'deletion.cancelled': 'The deletion was cancelled.', 'deletion.extended': 'The due date of the deletion was extended, with a reason.', 'deletion.reminded': 'A reminder was due that the deletion can soon not be cancelled any more.', 'deletion.due_soon': 'The administrators were reminded of the date by which the law wants the deletion done.',
    'deletion.blocked': 'A legal hold stopped the deletion.', 'deletion.released': 'The legal hold ended, and the deletion goes on.', 'legal_hold.placed': 'A legal hold was placed.', 'legal_hold.released': 'A legal hold was released.', 'recipient.told': 'A recipient was told of the deletion by hand.', 'deletion.resumed': 'What was kept back is not any more, and the deletion goes on with it.',
    'runs.bulk_retry_started': 'A bulk redrive was started.', 'runs.bulk_retry_stopped': 'A bulk redrive was stopped.',
  },
};

const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en };

export const runStartedText = ({ type }: RunRecord, language: Language): string => texts[language].started(type);
export const runEndedText = (run: RunRecord, language: Language): string => texts[language].ended(run.type, causeOf(run, language));
/** By its name where it is of a time that knew other words. */
export const actionText = (action: string, language: Language): string => new Map<string, string>(Object.entries(texts[language].actions)).get(action) ?? action;
