import type { StoredKind } from '../data-inventory.ts';

const CONTRACT = 'performance of the contract, GDPR 6(1)(b)';
const SECURITY = 'security of the account, GDPR 6(1)(f)';
const OF_THE_TENANT = 'running the platform for the tenant';

const ACCOUNT = 'while there is the account';

const ofUser = (name: string, sk: RegExp, about: Omit<StoredKind, 'table' | 'name' | 'pk' | 'sk'>): StoredKind =>
  ({ table: 'identity', name, pk: /^TENANT#[^#]+#USER#[^#]+$/, sk, ...about });
const ofTenant = (name: string, pk: RegExp, sk: RegExp, about: Omit<StoredKind, 'table' | 'name' | 'pk' | 'sk'>): StoredKind =>
  ({ table: 'identity', name, pk, sk, ...about });

/** Accounts and what belongs to them, tenants, and what is known of addresses. */
export const identityKinds: readonly StoredKind[] = [
  ofUser('account', /^USER$/, {
    basis: CONTRACT, retention: ACCOUNT, erasure: 'deleted',
    attributes: {
      identity: ['userId', 'personal', 'blindIndex'], contact: ['undeliverable', 'feedback', 'addressSince', 'addressNoticeAt'], security: ['evidence', 'emailVerified', 'linkValidUntil', 'remindedAt'],
      technical: ['status', 'version', 'createdAt', 'provisioned', 'activationRequested', 'wasActive', 'gateShard', 'invitationId', 'dueAt', 'watchShard', 'peopleOf', 'joinedOrder', 'deletionRequestId'],
    },
  }),
  ofUser('authorization', /^AUTHORIZATION$/, {
    basis: SECURITY, retention: ACCOUNT, erasure: 'deleted',
    attributes: { security: ['status', 'permissionEpoch', 'accessEpoch', 'roleIds', 'permissions', 'grants'] },
  }),
  ofUser('password', /^CREDENTIAL$/, { basis: SECURITY, retention: ACCOUNT, erasure: 'deleted', attributes: { security: ['passwordHash'] } }),
  ofUser('profile', /^PROFILE$/, { basis: CONTRACT, retention: ACCOUNT, erasure: 'deleted', attributes: { contact: ['profile'], technical: ['createdAt'] } }),
  ofUser('session', /^SESSION#/, { basis: SECURITY, retention: '24 hours', erasure: 'deleted', attributes: { security: ['createdAt', 'lastSeenAt', 'expiresAt', 'epoch'] } }),
  ofUser('API key', /^API_KEY#/, {
    basis: CONTRACT, retention: 'until it ends or is revoked', erasure: 'deleted', attributes: { security: ['apiKeyId', 'label', 'permissions', 'epoch', 'createdAt', 'lastUsedAt', 'expiresAt'] },
  }),
  ofUser('token of a mail', /^TOKEN#/, { basis: SECURITY, retention: 'a week past its end', erasure: 'deleted', attributes: { security: ['hash', 'issuedFor', 'validUntil', 'expiresAt', 'usedAt', 'address'] } }),
  ofUser('role binding', /^ROLE#/, {
    basis: SECURITY, retention: ACCOUNT, erasure: 'deleted',
    attributes: { security: ['roleId', 'version', 'status', 'emits', 'grantedAt', 'grantedBy', 'grantedByRun', 'validUntil', 'revokedAt', 'revokedBy', 'reason'] },
  }),
  ofUser('activity', /^ACTIVITY#/, { basis: SECURITY, retention: ACCOUNT, erasure: 'deleted', attributes: { technical: ['action', 'actor', 'cause', 'at', 'roleId'] } }),
  ofUser('business record', /^RECORD#/, {
    basis: CONTRACT, retention: 'what the tenant keeps of its business; without the person once she is erased', erasure: 'anonymised', attributes: { business: ['recordId', 'kind', 'amount', 'title', 'createdAt', 'anonymous'] },
  }),
  ofUser('invitation', /^INVITATION$/, {
    basis: CONTRACT, retention: 'until it ends', erasure: 'expires', attributes: { contact: ['addressee', 'blindIndex'], security: ['hash', 'roleId', 'invitedBy', 'usedBy', 'expiresAt'] },
  }),
  ofTenant('address', /^TENANT#[^#]+#EMAIL#[^#]+$/, /^EMAIL$/, { basis: CONTRACT, retention: ACCOUNT, erasure: 'deleted', attributes: { identity: ['userId'] } }),
  ofTenant('note that somebody asked for a mail', /^TENANT#[^#]+#EMAIL#[^#]+$/, /^(?:VERIFICATION|PASSWORD_RESET)_REQUEST$/, { basis: SECURITY, retention: 'a minute', erasure: 'expires', attributes: { technical: ['expiresAt'] } }),
  ofTenant('administrator', /^TENANT#[^#]+#ADMINISTRATORS$/, /^USER#/, { basis: OF_THE_TENANT, retention: 'while somebody administers', erasure: 'deleted', attributes: { security: ['userId', 'expiresAt'] } }),
  ofTenant('status of a registration', /^REGISTRATION#/, /^REGISTRATION$/, { basis: CONTRACT, retention: 'thirty days', erasure: 'deleted', attributes: { technical: ['acceptedAt', 'expiresAt', 'kind', 'tenantId'] } }),
  ofTenant('counter of a limit', /^TENANT#[^#]+#COUNTED#[^#]+$/, /^COUNTED$/, { basis: SECURITY, retention: 'its window', erasure: 'expires', attributes: { security: ['count', 'expiresAt'] } }),
  ofTenant('kept answer', /^TENANT#[^#]+#REPLY#[^#]+$/, /^REPLY$/, { basis: OF_THE_TENANT, retention: '24 hours', erasure: 'expires', attributes: { technical: ['fingerprint', 'status', 'body', 'expiresAt'] } }),
  ofTenant('tenant', /^TENANT#[^#]+$/, /^TENANT$/, {
    basis: OF_THE_TENANT, retention: 'while there is the tenant', erasure: 'nothing of a person',
    attributes: { technical: ['tenantId', 'name', 'status', 'verificationWaived', 'defaults', 'registrationPolicy', 'registrationQuota', 'privacy', 'changes'] },
  }),
  ofTenant('entry in the list of tenants', /^TENANTS$/, /^TENANT#/, { basis: OF_THE_TENANT, retention: 'while there is the tenant', erasure: 'nothing of a person', attributes: { technical: ['tenantId'] } }),
  ofTenant('gate', /^TENANT#[^#]+#GATE#\d+$/, /^GATE$/, { basis: OF_THE_TENANT, retention: 'while there is the tenant', erasure: 'nothing of a person', attributes: { technical: ['open', 'used', 'limit'] } }),
  ofTenant('statistics of a tenant', /^TENANT#[^#]+#STATISTICS#\d+$/, /^STATISTICS$/, { basis: OF_THE_TENANT, retention: 'while there is the tenant', erasure: 'nothing of a person', attributes: { technical: ['registrations'] } }),
  ofTenant('role of a tenant', /^TENANT#[^#]+#ROLES$/, /^ROLE#/, {
    basis: OF_THE_TENANT, retention: 'while there is the tenant', erasure: 'stays, by a random id', attributes: { technical: ['roleId', 'name', 'permissions', 'requires', 'forcesLogout', 'createdAt', 'createdBy'] },
  }),
  ofTenant('name of a role', /^TENANT#[^#]+#ROLES$/, /^NAME#/, { basis: OF_THE_TENANT, retention: 'while there is the tenant', erasure: 'nothing of a person', attributes: { technical: ['roleId'] } }),
];
