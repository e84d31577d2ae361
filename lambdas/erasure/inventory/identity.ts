import type { StoredKind } from '../data-inventory.ts';

const CONTRACT = 'performance of the contract, GDPR 6(1)(b)';
const SECURITY = 'security of the account, GDPR 6(1)(f)';
const OF_THE_TENANT = 'running the platform for the tenant';

const ACCOUNT = 'while there is the account';

type About = Omit<StoredKind, 'table' | 'name' | 'pk' | 'sk'>;
const ofUser = (name: string, sk: string, about: About): StoredKind => ofTenant(name, 'TENANT#{tenantId}#USER#{userId}', sk, about);
const ofTenant = (name: string, pk: string, sk: string, about: About): StoredKind => ({ table: 'identity', name, pk, sk, ...about });
const WITH_THE_ACCOUNT = 'deleted with the account';

/** Accounts and what belongs to them, tenants, and what is known of addresses. */
export const identityKinds: readonly StoredKind[] = [
  ofUser('account', 'USER', {
    basis: CONTRACT, retention: ACCOUNT, erasure: WITH_THE_ACCOUNT, sealed: ['personal', 'evidence'],
    attributes: {
      identity: ['userId', 'personal', 'blindIndex'], contact: ['undeliverable', 'feedback', 'addressSince', 'addressNoticeAt'], security: ['evidence', 'emailVerified', 'linkValidUntil', 'remindedAt'],
      technical: ['status', 'version', 'createdAt', 'provisioned', 'activationRequested', 'wasActive', 'gateShard', 'invitationId', 'dueAt', 'watchShard', 'peopleOf', 'joinedOrder', 'deletionRequestId'],
    },
  }),
  ofUser('authorization', 'AUTHORIZATION', {
    basis: SECURITY, retention: ACCOUNT, erasure: WITH_THE_ACCOUNT,
    attributes: { security: ['status', 'permissionEpoch', 'accessEpoch', 'roleIds', 'permissions', 'grants'] },
  }),
  ofUser('password', 'CREDENTIAL', { basis: SECURITY, retention: ACCOUNT, erasure: 'deleted', counted: 'credential', attributes: { security: ['passwordHash'] } }),
  ofUser('profile', 'PROFILE', { basis: CONTRACT, retention: ACCOUNT, erasure: 'deleted', sealed: ['profile'], attributes: { contact: ['profile'], technical: ['createdAt'] } }),
  ofUser('session', 'SESSION#*', { basis: SECURITY, retention: '24 hours', erasure: 'deleted', counted: 'sessions', letsIn: true, attributes: { security: ['createdAt', 'lastSeenAt', 'expiresAt', 'epoch'] } }),
  ofUser('API key', 'API_KEY#*', {
    basis: CONTRACT, retention: 'until it ends or is revoked', erasure: 'deleted', counted: 'apiKeys', letsIn: true, sealed: ['label'],
    attributes: { security: ['apiKeyId', 'label', 'permissions', 'epoch', 'createdAt', 'lastUsedAt', 'expiresAt'] },
  }),
  ofUser('token of a mail', 'TOKEN#*', {
    basis: SECURITY, retention: 'a week past its end', erasure: 'deleted', counted: 'tokens', attributes: { security: ['hash', 'issuedFor', 'validUntil', 'expiresAt', 'usedAt', 'address'] },
  }),
  ofUser('role binding', 'ROLE#*', {
    basis: SECURITY, retention: ACCOUNT, erasure: 'deleted', counted: 'roles',
    attributes: { security: ['roleId', 'version', 'status', 'emits', 'grantedAt', 'grantedBy', 'grantedByRun', 'validUntil', 'revokedAt', 'revokedBy', 'reason'] },
  }),
  ofUser('activity', 'ACTIVITY#*', { basis: SECURITY, retention: ACCOUNT, erasure: 'deleted', attributes: { technical: ['action', 'actor', 'cause', 'at', 'roleId'] } }),
  ofUser('business record', 'RECORD#*', {
    basis: CONTRACT, retention: 'what the tenant keeps of its business; without the person once she is erased', erasure: 'anonymised', counted: 'records', sealed: ['title'],
    remains: { marked: 'anonymous', keeps: ['recordId', 'kind', 'amount', 'createdAt'] },
    attributes: { business: ['recordId', 'kind', 'amount', 'title', 'createdAt', 'anonymous'] },
  }),
  ofTenant('invitation', 'TENANT#{tenantId}#USER#{invitationId}', 'INVITATION', {
    basis: CONTRACT, retention: 'until it ends', erasure: 'expires', attributes: { contact: ['addressee', 'blindIndex'], security: ['hash', 'roleId', 'invitedBy', 'usedBy', 'expiresAt'] },
  }),
  ofTenant('address', 'TENANT#{tenantId}#EMAIL#{blindIndex}', 'EMAIL', { basis: CONTRACT, retention: ACCOUNT, erasure: WITH_THE_ACCOUNT, attributes: { identity: ['userId'] } }),
  ...['VERIFICATION_REQUEST', 'PASSWORD_RESET_REQUEST'].map((sk) => ofTenant('note that somebody asked for a mail', 'TENANT#{tenantId}#EMAIL#{blindIndex}', sk, {
    basis: SECURITY, retention: 'a minute', erasure: 'expires', attributes: { technical: ['expiresAt'] },
  })),
  ofTenant('administrator', 'TENANT#{tenantId}#ADMINISTRATORS', 'USER#{userId}', { basis: OF_THE_TENANT, retention: 'while somebody administers', erasure: WITH_THE_ACCOUNT, attributes: { security: ['userId', 'expiresAt'] } }),
  ofTenant('status of a registration', 'REGISTRATION#{userId}', 'REGISTRATION', { basis: CONTRACT, retention: 'thirty days', erasure: WITH_THE_ACCOUNT, attributes: { technical: ['acceptedAt', 'expiresAt', 'kind', 'tenantId'] } }),
  ofTenant('counter of a limit', 'TENANT#{tenantId}#COUNTED#{hash}', 'COUNTED', { basis: SECURITY, retention: 'its window', erasure: 'expires', attributes: { security: ['count', 'expiresAt'] } }),
  ofTenant('kept answer', 'TENANT#{tenantId}#REPLY#{hash}', 'REPLY', { basis: OF_THE_TENANT, retention: '24 hours', erasure: 'expires', attributes: { technical: ['fingerprint', 'status', 'body', 'expiresAt'] } }),
  ofTenant('tenant', 'TENANT#{tenantId}', 'TENANT', {
    basis: OF_THE_TENANT, retention: 'while there is the tenant', erasure: 'nothing of a person',
    attributes: { technical: ['tenantId', 'name', 'status', 'verificationWaived', 'defaults', 'registrationPolicy', 'registrationQuota', 'privacy', 'changes'] },
  }),
  ofTenant('entry in the list of tenants', 'TENANTS', 'TENANT#{tenantId}', { basis: OF_THE_TENANT, retention: 'while there is the tenant', erasure: 'nothing of a person', attributes: { technical: ['tenantId'] } }),
  ofTenant('gate', 'TENANT#{tenantId}#GATE#{shard}', 'GATE', { basis: OF_THE_TENANT, retention: 'while there is the tenant', erasure: 'nothing of a person', attributes: { technical: ['open', 'used', 'limit'] } }),
  ofTenant('statistics of a tenant', 'TENANT#{tenantId}#STATISTICS#{shard}', 'STATISTICS', { basis: OF_THE_TENANT, retention: 'while there is the tenant', erasure: 'nothing of a person', attributes: { technical: ['registrations'] } }),
  ofTenant('role of a tenant', 'TENANT#{tenantId}#ROLES', 'ROLE#{roleId}', {
    basis: OF_THE_TENANT, retention: 'while there is the tenant', erasure: 'stays, by a random id', attributes: { technical: ['roleId', 'name', 'permissions', 'requires', 'forcesLogout', 'createdAt', 'createdBy'] },
  }),
  ofTenant('name of a role', 'TENANT#{tenantId}#ROLES', 'NAME#{hash}', { basis: OF_THE_TENANT, retention: 'while there is the tenant', erasure: 'nothing of a person', attributes: { technical: ['roleId'] } }),
];
