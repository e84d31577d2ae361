/**
 * What holds the platform together, each in one place of its source. Switched off there, and nowhere else, a cell of the matrix must
 * end otherwise than expected; else either the safeguard or the matrix is for nothing.
 */
export interface Safeguard {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once, and what it becomes. */
  readonly off: readonly [is: string, becomes: string];
  readonly cell: string;
}

export const safeguards: readonly Safeguard[] = [
  { name: 'an effect is committed only by whom the work belongs to', file: 'lambdas/adapters/work-records.ts', cell: 'user_registration/UpdateTenantStatistics T9b',
    off: ["remove: ['error', 'waitsFor', 'waitsSince'], if: mine(attempt),\n});", "remove: ['error', 'waitsFor', 'waitsSince'],\n});"] },
  { name: 'what is done is not done again', file: 'lambdas/adapters/work-records.ts', cell: 'user_registration/UpdateTenantStatistics T10',
    off: ["    missing('status'),\n    allOf(equal('status', 'STARTED')", "    missing('void'),\n    allOf(equal('status', 'STARTED')"] },
  { name: 'effect and DONE are one transaction', file: 'lambdas/kit/work.ts', cell: 'user_registration/AssignDefaultRole T12.2',
    off: ['  await store.transact(all).catch((error: unknown) => {\n    throw error instanceof ConditionFailed && error.concerns(all, done)', '  await store.transact([done]);\n  if (writes.length > 0) await store.transact(writes).catch((error: unknown) => {\n    throw error instanceof ConditionFailed && error.concerns(all, done)'] },
  { name: 'an event that is published twice is another event for nobody', file: 'lambdas/operations/claim-run.ts', cell: 'operations/Relay T7', off: ['if (!seen) return open(store, claiming);', "return open(store, { ...claiming, event: { ...event, eventId: `${event.eventId}-${executionArn.at(-1)}` } });"] },
  { name: 'a claimed event waits no longer', file: 'lambdas/operations/claim-run.ts', cell: 'user_registration/Claim T0', off: ['...runOpened(run), claimed(event), ', '...runOpened(run), '] },
  { name: 'whoever is being deleted begins nothing', file: 'lambdas/operations/admission.ts', cell: 'password_reset/Claim T23', off: ['  if (refused) return refused;', ''] },
  { name: 'a deletion voids the steps of what is under way', file: 'lambdas/workflows/user-deletion/steps/fence-running-processes.ts', cell: 'user_registration/UpdateTenantStatistics T23', off: [', ...await stepsVoided(store, seen, now),', ','] },
  { name: 'what is being undone is undone before anything is erased', file: 'lambdas/workflows/user-deletion/steps/fence-running-processes.ts', cell: 'user_registration-compensation/VoidVerificationToken T23', off: ["if (undone.length > 0) return { waitsFor: undone.join('; ') };", ''] },
  { name: 'a function that was throttled is called again', file: 'lib/states-language.ts', cell: 'user_registration/AssignDefaultRole T5', off: ["'Lambda.TooManyRequestsException', ", ''] },
  { name: 'a function that died is called again', file: 'lib/states-language.ts', cell: 'role_assignment/InvalidatePermissionCache T1', off: ["'Lambda.Unknown', ", ''] },
  { name: 'what the machine gave up for lack of time is called again', file: 'lib/states-language.ts', cell: 'account_activation/ActivateUser T7', off: ["'Sandbox.Timedout', 'States.Timeout',\n];", "'Sandbox.Timedout',\n];"] },
  { name: 'AWS’s own trouble is tried again', file: 'lib/states-language.ts', cell: 'role_revocation/RevokeUserSessions T6a', off: ["'Lambda.ServiceException', ", ''] },
  { name: 'a best-effort step that fails is no reason to undo anything', file: 'lib/machine-definition.ts', cell: 'user_registration/SendWelcomeEmail T4', off: ['const required = stage.steps.filter(isRequired);', 'const required = stage.steps;'] },
  { name: 'a required step that fails ends the run', file: 'lib/machine-definition.ts', cell: 'role_revocation/ClearPermissionCache T4', off: ['Next: isRequired(step) ? failurePath(compiling.workflow) : then', 'Next: then'] },
  { name: 'an address that takes no mail is no reason to undo anything', file: 'lib/machine-definition.ts', cell: 'user_registration/SendVerificationEmail T4b', off: ["[caught(step.tolerates, 'error', toleratedState(step))]", '[]'] },
  { name: 'a failing undo stops no other', file: 'lib/compensation-definition.ts', cell: 'user_registration-compensation/VoidVerificationToken T4', off: ['ResultPath: `$.undone.${step}`, Next: next,\n  },', 'ResultPath: `$.undone.${step}`, Next: RECORD,\n  },'] },
  { name: 'an undo that turned out to be done counts as done', file: 'lambdas/operations/record-compensation.ts', cell: 'user_registration-compensation/RevokeDefaultRole T8', off: ["seen.status === 'FAILED' && records.some", "seen.status !== 'FAILED' && records.some"] },
  { name: 'a best-effort step that turned out to be done is not parked', file: 'lambdas/kit/closing.ts', cell: 'user_registration/SendWelcomeEmail T8', off: ["isNotDone(each) && statusOf(each.step, records) !== 'DONE'", 'isNotDone(each)'] },
  { name: 'what is parked has its letter', file: 'lambdas/kit/closing.ts', cell: 'account_activation/NotifyAdmins T4', off: ["    ...parked.map(({ step, error }) => stepLeftLying(seen, step, error?.name ?? 'Unknown', now)),\n", ''] },
  { name: 'a run that failed has its letter', file: 'lambdas/operations/failed-run.ts', cell: 'password_reset/SendPasswordResetEmail T4', off: ["...(stopping && to === 'COMPENSATING' ? [] : [runLeftLying(seen, cause.failedStep, cause.errorClass, now)]),", ''] },
  { name: 'every change of a run is counted in its own transaction', file: 'lambdas/adapters/run-transitions.ts', cell: 'invitation/Complete T0', off: ["    ...statisticsMoved({ run: seen, from: seen.status, to, ...(about.completedIn", "    ...statisticsMoved({ run: seen, from: seen.status, to: seen.status, ...(about.completedIn"] },
  { name: 'the sweeper publishes what the stream gave up', file: 'lambdas/operations/sweeper.ts', cell: 'operations/Relay T3', off: ["'pendingShard' in item || ", ''] },
  { name: 'the sweeper publishes what nobody claimed', file: 'lambdas/operations/sweeper.ts', cell: 'user_registration/Claim T4', off: [" || 'unclaimedShard' in item)", ')'] },
  { name: 'somebody hears of what nobody claimed', file: 'lambdas/operations/sweeper.ts', cell: 'verification_resend/Claim T4', off: ['await Promise.all(left.map((item) => noticeUnclaimed(ports.store, item, new Date())));', ''] },
  { name: 'what is left lying by an execution that is gone is ended', file: 'lambdas/domain/reconciliation.ts', cell: 'role_assignment/ValidateUserSessions T22', off: ["isOver(run, now) || execution === 'ENDED' ? 'time out'", "false ? 'time out'"] },
  { name: 'a compensation whose execution is gone is given up, and a person hears of it', file: 'lambdas/domain/reconciliation.ts', cell: 'user_registration-compensation/RemoveUserProfile T15', off: ["isOver(run, now) || execution === 'ENDED' ? 'give the compensation up'", "false ? 'give the compensation up'"] },
  { name: 'what was counted of a registration that is undone is taken back', file: 'lambdas/workflows/user-registration/steps/update-tenant-statistics.ts', cell: 'user_registration/Complete T4', off: ['registrationsCounted(subject.tenantId, run.runId, -1)', 'registrationsCounted(subject.tenantId, run.runId, 0)'] },
  { name: 'a deletion that stood still goes on where it stood', file: 'lambdas/operations/halted-deletion.ts', cell: 'user_deletion/AnonymiseBusinessData T15', off: ["const step = left.find((each) => each === failedStep) ?? left[0] ?? 'IssueCertificate';", "const step = failedStep ?? 'IssueCertificate';"] },
  { name: 'what waits for a hold is not taken for what stands still', file: 'lambdas/operations/halted-deletion.ts', cell: 'user_deletion (hold)/Complete T3', off: [" || waitsForHold(request)", ''] },
  { name: 'what is held goes when its hold ends', file: 'lambdas/operations/deletions-due.ts', cell: 'user_deletion (hold)/AnonymiseBusinessData T0', off: ['  if (waitsForHold(request)) return whileHeld(store, { request, user, hold, now });\n', ''] },
  { name: 'whoever may not is refused before anything is written', file: 'lambdas/kit/authentication.ts', cell: 'commands/create-invitation R2', off: ["if (!needed.every((permission) => held.includes(permission))) throw new Problem('forbidden');", ''] },
];
