/** How both processes that follow a change of somebody's roles run: the queue of their failed runs is one. */
export const permissionChange = {
  timeout: 60_000, retryAttempts: 2, retryDelay: 2_000, backoffRate: 2, compensationEnabled: true,
  priority: 'medium', parallelTasks: false, deadLetterQueue: 'permission_change_dlq',
} as const;

/** Why a session ended that a role forced to end. */
export const ROLE_REVOKED = 'role_revoked';
/** What stands on the binding of an assignment that its own process took back. */
export const WITHDRAWN = 'a required step of the assignment failed for good';
/** So many sessions end in one transaction, beside whatever else is in it. */
export const MOST_AT_ONCE = 90;
