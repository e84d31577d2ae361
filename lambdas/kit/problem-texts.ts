import type { Language } from '../domain/language.ts';

export type ProblemKind =
  | 'malformed-json' | 'invalid-request' | 'too-large' | 'token-unknown' | 'token-expired' | 'already-verified'
  | 'self-grant' | 'beyond-own-rights' | 'role-held-already' | 'role-requirements-missing' | 'role-name-taken' | 'last-administrator' | 'account-not-open'
  | 'deletion-not-possible' | 'past-the-pivot' | 'deletion-over' | 'extension-not-possible' | 'recipient-told' | 'erasure-promised'
  | 'not-possible-now' | 'stale-version' | 'idempotency-key-reused' | 'too-many-requests' | 'reset-unknown' | 'reset-expired' | 'reset-used' | 'unauthenticated' | 'session-needed' | 'wrong-credentials' | 'forbidden' | 'not-found' | 'no-such-endpoint' | 'tenant-not-found' | 'registration-not-allowed' | 'tenant-full' | 'tenant-exists' | 'address-taken' | 'own-account' | 'unavailable' | 'unexpected';

export type FieldProblem =
  | 'required' | 'unknown-field' | 'wrong-type' | 'too-short' | 'too-long' | 'too-small' | 'too-big' | 'wrong-format' | 'not-allowed'
  | 'password-too-short' | 'password-common' | 'password-contains-context' | 'body-too-large' | 'too-deep' | 'malformed' | 'no-such-tenant' | 'domain-not-allowed' | 'not-invited' | 'full' | 'not-changeable' | 'not-in-future' | 'beyond-due-date' | 'taken';

interface Text { readonly title: string; readonly detail: string }

const zh: Readonly<Record<ProblemKind, Text>> = {
  'malformed-json': { title: '请求不是有效的 JSON', detail: '请求正文必须是一个 JSON 对象，请检查后重试。' },
  'invalid-request': { title: '请求内容有误', detail: '请按 errors 中的说明修改对应字段后重试。' },
  'too-large': { title: '请求过大', detail: '请求正文不能超过 10 KB，请缩短内容或分几次提交。' },
  'token-unknown': { title: '链接无效', detail: '此验证链接无法识别，请使用最近一封邮件中的完整链接。' },
  'token-expired': { title: '链接已过期', detail: '此验证链接已过期，请重新获取验证邮件。' },
  'already-verified': { title: '邮箱已验证', detail: '此链接已使用过，邮箱已通过验证，可以直接登录。' },
  'reset-unknown': { title: '重置链接无效', detail: '此重置链接无法识别，或已被更新的链接取代。请使用最近一封邮件中的完整链接，或重新申请。' },
  'reset-expired': { title: '重置链接已过期', detail: '重置链接仅在 10 分钟内有效，请重新申请。' },
  'reset-used': { title: '重置链接已使用', detail: '此链接已用于设置密码，请使用新密码登录；如需再次更改，请重新申请。' },
  unauthenticated: { title: '需要登录', detail: '请登录，或使用有效的 API 密钥后再试。' },
  'wrong-credentials': { title: '登录失败', detail: '租户、邮箱或密码不正确，或账户尚不可用。请核对后重试，或重置密码。' },
  'session-needed': { title: '需要登录', detail: 'API 密钥不能执行此操作，请登录后再试。' },
  forbidden: { title: '没有权限', detail: '您的角色或所用的 API 密钥不允许此操作。请查看 API 文档中该接口所需的权限，并联系租户管理员。' },
  'not-found': { title: '未找到', detail: '请求的内容不存在，或您无权查看。' },
  'no-such-endpoint': { title: '没有此接口', detail: '请求的路径或方法不存在。请核对两者；GET /openapi.json 列出所有接口。' },
  'tenant-not-found': { title: '租户不存在', detail: '该租户不存在或不接受注册，请核对租户标识。' },
  'registration-not-allowed': { title: '无法注册', detail: '该租户仅限受邀者或指定域名的邮箱注册。请使用邀请邮件中的链接和收到邀请的邮箱，或联系租户管理员。' },
  'tenant-full': { title: '注册名额已满', detail: '该租户的账户名额已用完，请联系租户管理员。' },
  'self-grant': { title: '不能为自己授予角色', detail: '角色必须由其他有权限的人授予，请联系另一位管理员。' },
  'beyond-own-rights': { title: '超出您自身的权限', detail: '您只能授予自己拥有的权限，且期限不能超过您自己的期限。' },
  'role-held-already': { title: '该用户已拥有此角色', detail: '无需再次授予。若要更改期限，请先收回该角色。' },
  'role-requirements-missing': { title: '缺少此角色所依赖的权限', detail: '只有已拥有所依赖权限的用户才能获得此角色，请先授予包含这些权限的角色。' },
  'role-name-taken': { title: '角色名称已被使用', detail: '该名称与现有角色相同或易与系统角色混淆，请换一个名称。' },
  'last-administrator': { title: '租户至少需要一名管理员', detail: '除此人外没有其他长期有效的管理员。请先将管理员角色授予另一位用户。' },
  'account-not-open': { title: '该账户的角色当前不能更改', detail: '只有已激活或待激活的账户才有角色可改，而该账户正在删除或注册失败。' },
  'deletion-not-possible': { title: '该账户当前不能删除', detail: '只有已激活或待激活的账户才能删除。该账户注册失败，剩余数据会自动清除。' },
  'past-the-pivot': { title: '为时已晚', detail: '删除已经开始，无法取消。请查看该申请的进度。' },
  'deletion-over': { title: '该申请已结束', detail: '该申请已取消或已完成，不能再作更改。' },
  'erasure-promised': { title: '删除不能放弃', detail: '此事件会启动一项已承诺的删除，每分钟都会重新发布。请排除它未被接收的原因。' },
  'recipient-told': { title: '该接收方已被告知', detail: '该接收方已收到通知或已确认，无需再由人工告知。' },
  'extension-not-possible': { title: '期限不能延长', detail: '适用的法律没有此类延长，或已无法按期告知当事人，或仅余法律要求保留的数据。' },
  'tenant-exists': { title: '租户已存在', detail: '已有使用此标识的租户，未作任何更改。请更换标识。' },
  'address-taken': { title: '邮箱已被占用', detail: '该租户的另一账户正在使用此邮箱，未作任何更改。' },
  'own-account': { title: '不能用于本人账户', detail: '此操作会使您失去访问权限，请由该租户的其他管理员执行。' },
  'not-possible-now': { title: '当前状态下无法执行', detail: '当前状态不允许此操作，或刚刚被他人更改。请重新读取后再决定；对于执行，allowedActions 列出可用的操作。' },
  'stale-version': { title: '配置已被更改', detail: '所依据的版本不是最新版本，未做任何更改。请重新读取后再试。' },
  'idempotency-key-reused': { title: '幂等键已被使用', detail: '此 Idempotency-Key 在 24 小时内已用于另一个请求。请为新的请求使用新的键。' },
  'too-many-requests': { title: '请求过于频繁', detail: '尝试次数过多，未执行任何操作。请在 Retry-After 所示的秒数之后再试。' },
  unavailable: { title: '服务暂时不可用', detail: '请稍候片刻再试，您的请求未产生任何更改。' },
  unexpected: { title: '内部错误', detail: '出现意外错误。请稍后重试；若仍失败，请提供 requestId 联系支持。' },
};

const en: Readonly<Record<ProblemKind, Text>> = {
  'malformed-json': { title: 'The request is not valid JSON', detail: 'The body must be one JSON object. Correct it and try again.' },
  'invalid-request': { title: 'The request has mistakes', detail: 'Correct the fields listed under errors and try again.' },
  'too-large': { title: 'The request is too large', detail: 'A body may have 10 KB at the most. Send less, or in several requests.' },
  'token-unknown': { title: 'This link is not valid', detail: 'The link is not known. Use the whole link of the latest mail.' },
  'token-expired': { title: 'This link has expired', detail: 'The link is too old. Ask for a new verification mail.' },
  'already-verified': { title: 'The address is verified already', detail: 'This link was used before and the address is verified. You can log in.' },
  'reset-unknown': { title: 'This reset link is not valid', detail: 'The link is not known, or a newer one has replaced it. Use the whole link of the latest mail, or ask for a new one.' },
  'reset-expired': { title: 'This reset link has expired', detail: 'A reset link is valid for 10 minutes. Ask for a new one.' },
  'reset-used': { title: 'This reset link was used', detail: 'A password was set with this link. Log in with it, or ask for a new link to change it again.' },
  unauthenticated: { title: 'A login is needed', detail: 'Log in, or use a valid API key, and repeat the request.' },
  'wrong-credentials': { title: 'The login failed', detail: 'Tenant, address or password is wrong, or the account cannot be used yet. Check them and try again, or set a new password.' },
  'session-needed': { title: 'A login is needed', detail: 'An API key may not do this. Log in and repeat the request with your session.' },
  forbidden: { title: 'Not permitted', detail: 'Your roles, or the API key that you use, do not allow this. The API documentation says which permission is needed; ask an administrator of your tenant for it.' },
  'not-found': { title: 'Not found', detail: 'There is no such thing, or you may not see it.' },
  'no-such-endpoint': { title: 'No such endpoint', detail: 'Nothing answers this method at this path. Check both; GET /openapi.json lists every endpoint.' },
  'tenant-not-found': { title: 'No such tenant', detail: 'The tenant does not exist or takes no registrations. Check its id.' },
  'registration-not-allowed': { title: 'You cannot register here', detail: 'This tenant takes invited people or addresses of certain domains only. Use the link of your invitation with the address that it was sent to, or ask an administrator of the tenant.' },
  'tenant-full': { title: 'No places are left', detail: 'All accounts of this tenant are taken. Ask an administrator of the tenant.' },
  'self-grant': { title: 'Nobody assigns himself a role', detail: 'A role is assigned by somebody else who may. Ask another administrator.' },
  'beyond-own-rights': { title: 'Beyond what you hold yourself', detail: 'You can assign only what you hold yourself, and for no longer than you hold it.' },
  'role-held-already': { title: 'The role is held already', detail: 'There is nothing to assign. To change how long it lasts, revoke it first.' },
  'role-requirements-missing': { title: 'The role depends on permissions that are missing', detail: 'It is assigned only to people who hold what it depends on. Assign a role that gives it first.' },
  'role-name-taken': { title: 'The name is taken', detail: 'Another role has this name, or it could be taken for one that every tenant has. Choose another.' },
  'last-administrator': { title: 'A tenant has at least one administrator', detail: 'Nobody else administers the tenant for good. Make somebody else an administrator first.' },
  'account-not-open': { title: 'The roles of the account cannot be changed', detail: 'Roles are of accounts that are active or about to be. This one is being deleted, or its registration failed.' },
  'deletion-not-possible': { title: 'The account cannot be deleted now', detail: 'Accounts that are active or about to be can be deleted. The registration of this one failed, and what is left of it goes by itself.' },
  'past-the-pivot': { title: 'It is too late for this', detail: 'The deletion has begun, and nothing leads back. Look at the request for how far it is.' },
  'deletion-over': { title: 'The request is over', detail: 'It was cancelled or completed, so nothing about it can be changed any more.' },
  'erasure-promised': { title: 'An erasure is not given up', detail: 'This event begins an erasure that was promised, and it is published again every minute. Mend why nothing takes it.' },
  'recipient-told': { title: 'The recipient was told already', detail: 'A mail has reached it, it has acknowledged, or somebody has told it. There is nothing left to tell.' },
  'extension-not-possible': { title: 'The due date cannot be extended', detail: 'The law that applies here knows no such extension, the person cannot be told of it in time any more, or all is erased but what the law wants kept.' },
  'tenant-exists': { title: 'The tenant exists already', detail: 'There is a tenant with this id, and it was left as it is. Choose another id.' },
  'address-taken': { title: 'The address is taken', detail: 'Another account of this tenant has this address. Nothing was changed.' },
  'own-account': { title: 'Not for your own account', detail: 'You would lose your access by it. Ask another administrator of the tenant.' },
  'not-possible-now': { title: 'Not possible in this state', detail: 'Its state does not allow this, or somebody has just changed it. Read it again and decide anew; of a run, allowedActions says what is possible.' },
  'stale-version': { title: 'Somebody has changed it', detail: 'The version is not the latest one, so nothing was changed. Read it again and decide anew.' },
  'idempotency-key-reused': { title: 'The idempotency key was used before', detail: 'Within the last 24 hours this Idempotency-Key came with another request. Use a new key for a new request.' },
  'too-many-requests': { title: 'Too many requests', detail: 'There were too many attempts, and nothing was done. Try again after the seconds that Retry-After tells.' },
  unavailable: { title: 'Not available for the moment', detail: 'Try again shortly. Nothing was changed by this request.' },
  unexpected: { title: 'An unexpected error', detail: 'Try again later; if it persists, name the requestId to the support.' },
};

export const problemTexts: Readonly<Record<Language, typeof zh>> = { 'zh-CN': zh, en };
export const problemKinds: readonly ProblemKind[] = Object.keys(en) as ProblemKind[];

export const fieldTexts: Readonly<Record<Language, Readonly<Record<FieldProblem, string>>>> = {
  'zh-CN': {
    required: '此字段必填', 'unknown-field': '不支持此字段，请移除', 'wrong-type': '类型不正确', 'too-short': '内容过短', 'too-long': '内容过长',
    'too-small': '数值过小', 'too-big': '数值过大', 'wrong-format': '格式不正确', 'not-allowed': '不是允许的值',
    'password-too-short': '密码至少需要 8 个字符', 'password-common': '此密码过于常见，请换一个', 'password-contains-context': '密码不能主要由姓名、邮箱或租户名组成',
    'body-too-large': '正文不能超过 10 KB', 'too-deep': '嵌套过深或字段过多', malformed: '无法解析', 'no-such-tenant': '该租户不存在或不接受注册',
    'domain-not-allowed': '该租户不接受此域名的邮箱', 'not-invited': '没有可用于此邮箱的有效邀请', full: '该租户的名额已满', 'not-changeable': '运行时不可更改',
    'not-in-future': '必须是将来的时间', 'beyond-due-date': '超过了法定期限',
    taken: '已被占用',
  },
  en: {
    required: 'is required', 'unknown-field': 'is not known here, leave it out', 'wrong-type': 'has the wrong type', 'too-short': 'is too short', 'too-long': 'is too long',
    'too-small': 'is too small', 'too-big': 'is too big', 'wrong-format': 'has the wrong format', 'not-allowed': 'is not one of the allowed values',
    'password-too-short': 'a password has at least 8 characters', 'password-common': 'this password is too common, choose another',
    'password-contains-context': 'a password must not be made of your name, address or tenant',
    'body-too-large': 'a body may have 10 KB at the most', 'too-deep': 'is nested too deeply or has too many fields', malformed: 'cannot be parsed',
    'no-such-tenant': 'does not exist or takes no registrations', 'domain-not-allowed': 'is not of a domain that this tenant takes',
    'not-invited': 'is no valid invitation for this address', full: 'has no place left', 'not-changeable': 'cannot be changed at run time',
    'not-in-future': 'must be a time to come', 'beyond-due-date': 'is beyond what the law allows',
    taken: 'is taken already',
  },
};
