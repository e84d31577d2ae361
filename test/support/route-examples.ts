/**
 * One good call of every route, for tests that go through all of them. `mine` names things of the caller's tenant, `foreign` the same
 * kind of thing in another tenant, `absent` what is nowhere; a route without an example fails those tests.
 */
export interface Things {
  readonly userId: string; readonly runId: string; readonly deadLetterId: string; readonly invitationId: string;
  readonly batchId: string; readonly roleId: string; readonly sessionId: string; readonly apiKeyId: string; readonly deletionId: string; readonly tenantId: string;
}
/** What is nowhere. */
export const nowhere: Things = {
  userId: 'usr_nobodyanywhere', runId: 'user_registration-00000000-0000-4000-8000-000000000000', deadLetterId: '20260302T080000000Z-0000000000000000', invitationId: 'inv_nobodyanywhere',
  deletionId: 'del_nobodyanywhere', batchId: 'bulk_nobodyanywhere', roleId: 'role_nobodyanywhere', sessionId: 'nosession', apiKeyId: 'key_nobodyanywhere', tenantId: 'nowhere',
};
export interface Example {
  readonly params?: (things: Things) => Record<string, string>;
  readonly query?: (things: Things) => Record<string, string>;
  readonly body?: unknown;
}

const reason = 'a look at every route';
const ofUser = { params: ({ userId }: Things) => ({ id: userId }) };
const ofRun = { params: ({ runId }: Things) => ({ runId }) };
const ofLetter = { params: ({ deadLetterId }: Things) => ({ id: deadLetterId }) };
const ofBatch = { params: ({ batchId }: Things) => ({ id: batchId }) };
const ofProcess = { params: () => ({ type: 'user_registration' }) };

const auth = {
  register: { body: { tenantId: 'demo', email: 'new@example.com', password: 'a long enough passphrase', firstName: 'Nora', lastName: 'New' } },
  'registration-status': { params: ({ userId }: Things) => ({ userId }) },
  'verify-email': { body: { token: 'no-such-token' } },
  'resend-verification': { body: { tenantId: 'demo', email: 'nobody@example.com' } },
  login: { body: { tenantId: 'demo', email: 'nobody@example.com', password: 'a long enough passphrase' } },
  logout: {}, session: {},
  'request-password-reset': { body: { tenantId: 'demo', email: 'nobody@example.com' } },
  'reset-password': { body: { token: 'no-such-token', password: 'a long enough passphrase' } },
};

const workflows = {
  'list-processes': {}, 'list-runs': {}, 'get-run': ofRun, 'retry-run': { ...ofRun, body: { reason } }, 'stop-run': { ...ofRun, body: { reason } },
  'skip-undo': { params: ({ runId }: Things) => ({ runId, step: 'RevokeDefaultRole' }), body: { reason } },
  'list-dead-letters': {}, 'redrive-dead-letter': ofLetter, 'delete-dead-letter': { ...ofLetter, body: { reason } },
  'get-statistics': {}, overview: {}, 'record-probe': { body: { denials: [12, 15], allowedAfterwards: 0 } }, 'get-config': ofProcess, 'config-history': ofProcess,
  'change-config': { ...ofProcess, body: { values: {}, version: 1 } }, 'check-config': { ...ofProcess, body: { values: { retryAttempts: 5 } } }, 'roll-back-config': { ...ofProcess, body: { version: 1, toVersion: 1, reason } },
  'start-bulk-retry': { body: { dryRun: true, reason } }, 'get-bulk-retry': ofBatch, 'stop-bulk-retry': { ...ofBatch, body: { reason } },
};

const people = {
  'list-users': {}, 'get-user': ofUser, 'list-activity': ofUser, 'correct-email': { ...ofUser, body: { email: 'corrected@example.com' } },
  'list-roles': {}, 'create-role': { body: { name: 'Auditing', permissions: ['audit:read'] } },
  'list-user-roles': ofUser, 'list-orphaned-permissions': ofUser, 'assign-role': { ...ofUser, body: { roleId: 'member' } },
  'revoke-role': { params: ({ userId }: Things) => ({ id: userId, roleId: 'member' }), body: { reason } },
  'create-invitation': { body: { email: 'guest@example.com' } }, 'delete-invitation': { params: ({ invitationId }: Things) => ({ id: invitationId }) },
  'create-record': { body: { kind: 'order', title: 'A chair' } }, 'list-records': {},
};

const me = {
  'get-me': {}, 'change-profile': { body: { theme: 'dark' } }, 'my-permissions': {}, 'list-sessions': {}, 'list-api-keys': {},
  'end-session': { params: ({ sessionId }: Things) => ({ id: sessionId }) },
  'create-api-key': { body: { name: 'a script' } }, 'delete-api-key': { params: ({ apiKeyId }: Things) => ({ id: apiKeyId }) },
};

const platform = {
  health: {}, openapi: {}, 'list-tenants': {},
  'create-tenant': { body: { tenantId: 'fresh', name: 'Fresh', admin: { email: 'ada@fresh.example', password: 'correct horse battery', firstName: 'Ada', lastName: 'Fresh' } } },
  'change-tenant': { params: ({ tenantId }: Things) => ({ id: tenantId }), body: { name: 'Renamed' } },
};

const ofDeletion = { params: ({ deletionId }: Things) => ({ id: deletionId }) };
const deletion = {
  'request-deletion': { ...ofUser, body: { reason: 'no longer necessary' } }, 'list-deletions': {}, 'get-deletion': ofDeletion, 'get-certificate': ofDeletion,
  'cancel-deletion': { ...ofDeletion, body: {} }, 'acknowledge-deletion': { ...ofDeletion, body: { token: 'no-such-token' } },
  'tell-recipient': { params: ({ deletionId }: Things) => ({ id: deletionId, recipient: '0' }), body: { reason } }, 'extend-deletion': { ...ofDeletion, body: { until: '2026-05-01T00:00:00.000Z', reason } },
  'get-hold': ofUser, 'place-hold': { ...ofUser, body: { basis: 'a lawsuit' } }, 'release-hold': ofUser,
};

const history = {
  'list-events': { query: ({ userId }: Things) => ({ aggregateId: userId }) }, 'list-audit': { query: ({ userId }: Things) => ({ subject: userId }) },
  'get-timeline': { query: ({ userId }: Things) => ({ subject: userId }) },
};

export const examples: Readonly<Record<string, Example>> = { ...auth, ...workflows, ...people, ...me, ...platform, ...deletion, ...history };
