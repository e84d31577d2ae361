/** What processes, steps and undos are called in Chinese; a name that is not here is shown as it is written. */
export const processesInChinese: Readonly<Record<string, string>> = {
  user_registration: '用户注册', account_activation: '账户激活', role_assignment: '角色授予', role_revocation: '角色收回', user_deletion: '用户删除',
  known_address_notice: '重复注册通知', verification_resend: '重发验证邮件', verification_reminder: '验证提醒', password_reset: '密码重置',
  password_changed_notice: '密码变更通知', invitation: '邀请', deletion_notice: '删除通知',
};

export const stepsInChinese: Readonly<Record<string, string>> = {
  AssignDefaultRole: '授予默认角色', CreateUserProfile: '创建用户资料', RecordRegistrationAudit: '记录注册审计', SendVerificationEmail: '发送验证邮件',
  SendWelcomeEmail: '发送欢迎邮件', UpdateTenantStatistics: '更新租户统计', RevokeDefaultRole: '收回默认角色', RemoveUserProfile: '移除用户资料',
  VoidVerificationToken: '作废验证令牌', RestoreTenantStatistics: '恢复租户统计', NotifyRegistrationFailed: '通知注册失败', ReleaseEmailAddress: '释放邮箱地址',
  RecordCompensation: '记录补偿结果', ActivateUser: '激活用户', NotifyAdmins: '通知管理员', NotifyAddressOwner: '通知邮箱所有者',
  CheckDependentPermissions: '检查依赖权限', InvalidatePermissionCache: '更新权限缓存', ValidateUserSessions: '校验用户会话', NotifyPermissionChange: '通知权限变更',
  UpdateUserActivityLog: '更新活动日志', WithdrawAssignment: '收回所授予的角色', NotifyAssignmentWithdrawn: '通知角色未能授予', ClearPermissionCache: '清除权限缓存',
  DecideForcedLogout: '判断是否强制退出', RevokeUserSessions: '结束用户会话', CleanUpOrphanedPermissions: '清理孤立权限', NotifyRoleRevoked: '通知角色已收回',
  FenceRunningProcesses: '使进行中的执行让位', RevokeSessions: '结束会话', RevokeRoles: '收回角色', RevokeApiKeys: '吊销 API 密钥', ClearCaches: '清除缓存',
  AssessUserData: '评估用户数据', DeletePersonalData: '删除个人数据', AnonymiseBusinessData: '匿名化业务数据', MinimiseAuditData: '精简审计数据',
  ShredBackupData: '销毁备份密钥', NotifyRecipients: '通知数据接收方', VerifyDeletionCompliance: '核验删除合规', IssueCertificate: '出具删除证明',
  NotifyPasswordChanged: '通知密码已变更', ResendVerificationEmail: '重发验证邮件', SendDeletionNotice: '发送删除通知', SendInvitation: '发送邀请',
  SendPasswordResetEmail: '发送密码重置邮件', SendVerificationReminder: '发送验证提醒',
};
