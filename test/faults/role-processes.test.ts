import { World } from '../support/world.ts';
import { createTenant } from '../../lambdas/accounts/create-tenant.ts';
import { authorizationKey, readAdministrators, userPartition, type Subject } from '../../lambdas/adapters/identity.ts';
import { readBinding } from '../../lambdas/adapters/role-bindings.ts';
import { readRun, readSteps, readUndos } from '../../lambdas/adapters/run-ledger.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import type { Write } from '../../lambdas/adapters/store.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { assignRole, createRole, revokeRole } from '../../lambdas/api/roles/routes.ts';
import { changeConfig } from '../../lambdas/api/configuration/routes.ts';
import { retryRun, skipUndo } from '../../lambdas/api/workflows/routes.ts';
import { MOST_AT_ONCE } from '../../lambdas/domain/permission-change.ts';
import { compensates, compensationOf, stepsOf } from '../../lambdas/kit/workflow.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { failurePath } from '../../lib/machine-definition.ts';
import { compensationStates, forwardStates } from '../../lib/machine-states.ts';
import { named, touched } from '../support/function-host.ts';
import { afterItsEffect, failsWith, lateBy, type Fault } from '../support/injections.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import type { BusEvent } from '../support/memory-bus.ts';
import { person, rightsOf } from '../support/people.ts';
import { unrestIn } from '../support/picture.ts';
import { troublesThatPass } from '../support/troubles.ts';

/** What follows a change of somebody's roles: each effect once, a grant that fails is taken back, a right that was taken stays taken. */
let world: World;
let berta: Subject;
let admin: Subject;
let token: string;
/** Made by the tenant: the one logs out whoever loses it, the other does not. */
let auditor: string;
let reader: string;

beforeEach(async () => {
  world = await World.withTenant();
  token = await world.administratorSession();
  [admin] = await readAdministrators(world.store, 'demo') as [Subject];
  berta = await person(world, 'berta');
  auditor = await made({ name: 'Auditor', permissions: ['audit:read', 'records:read'], requires: ['records:write'], forcesLogout: true });
  reader = await made({ name: 'Reader', permissions: ['workflows:read'] });
});
afterEach(() => world.end());

const made = async (role: object): Promise<string> => String((await world.call(createRole, { token, body: role })).body['roleId']);
const begun = ({ status, body }: { status: number; body: Readonly<Record<string, unknown>> }): string => {
  if (status !== 202) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return String(body['eventId']);
};
const assign = async (roleId: string, to = berta): Promise<string> => `role_assignment-${begun(await world.call(assignRole, { token, params: { id: to.userId }, body: { roleId } }))}`;
const revoke = async (roleId: string, from = berta): Promise<string> =>
  `role_revocation-${begun(await world.call(revokeRole, { token, params: { id: from.userId, roleId }, body: { reason: 'moved to\tanother team'.replace('\t', ' ') } }))}`;
const retry = (runId: string) => world.call(retryRun, { token, params: { runId }, body: { reason: 'the cause is mended' } });
/** Silenced dead letters are dealt with. */
const unrest = async (): Promise<readonly string[]> => {
  world.machines.deadLetters.splice(0, Infinity, ...world.machines.deadLetters.filter((letter) => !world.machines.silenced.includes(letter)));
  return unrestIn(world);
};

const mailsTo = ({ userId }: Subject, word: string): number => world.mails(word).filter((mail) => mail.userId === userId).length;
const activity = ({ userId }: Subject) => world.tables.items('identity').filter(({ pk, sk }) => pk.endsWith(`#${userId}`) && sk.startsWith('ACTIVITY#')).map(({ action, actor, cause, roleId }) => ({ action, actor, cause, roleId }));
const sessions = (of: Subject): number => world.tables.items('identity').filter(({ pk, sk }) => pk === userPartition(of) && sk.startsWith('SESSION#')).length;
const audits = (action: string) => world.tables.items('audit').filter((item) => item['action'] === action);
const logIn = async (subject: Subject, at = new Date()): Promise<void> => world.store.transact([newSession(subject, at).write]);
const own = ['records:read', 'records:write'];
const withAudit = ['audit:read', ...own];

async function runOf(runId: string) {
  const run = await readRun(world.store, runId);
  if (!run) throw new Error(`no run ${runId}`);
  return { ...run, steps: await readSteps(world.store, runId), undos: await readUndos(world.store, runId) };
}
const stepsNotDone = async (runId: string): Promise<readonly string[]> => (await runOf(runId)).steps.filter(({ status }) => status !== 'DONE').map(({ step, status }) => `${step} ${status}`);
const told = (): number => world.eventsOf('permission.change_completed').length;

const pictureOf = async (runId: string) => ({
  status: (await runOf(runId)).status, notDone: await stepsNotDone(runId), rights: await rightsOf(world, berta),
  mails: { assigned: mailsTo(berta, 'new role'), revoked: mailsTo(berta, 'role was taken'), withdrawn: mailsTo(berta, 'could not be given'), granter: mailsTo(admin, 'you gave was withdrawn') },
  activity: activity(berta).map(({ action }) => action), sessions: sessions(berta), unrest: await unrest(),
});
const noMails = { assigned: 0, revoked: 0, withdrawn: 0, granter: 0 };
const assignedOnce = { status: 'COMPLETED', notDone: [], rights: withAudit, mails: { ...noMails, assigned: 1 }, activity: ['role.assigned'], sessions: 1, unrest: [] };
const revokedOnce = { status: 'COMPLETED', notDone: [], rights: own, mails: { ...noMails, assigned: 1, revoked: 1 }, activity: ['role.assigned', 'role.revoked'], sessions: 0, unrest: [] };
const withdrawnOnce = {
  status: 'COMPENSATED', rights: own, mails: { ...noMails, withdrawn: 1, granter: 1 }, activity: ['role.assignment_withdrawn'], sessions: 1, unrest: [] as string[],
};

/** The process under trouble, from the command to its end. */
const stories = {
  role_assignment: {
    happy: assignedOnce,
    begin: async (): Promise<string> => {
      await logIn(berta);
      return assign(auditor);
    },
    prepare: () => Promise.resolve(),
  },
  role_revocation: {
    happy: revokedOnce,
    prepare: async (): Promise<void> => {
      await logIn(berta);
      await assign(auditor);
      await world.settle();
      await world.time.pass(1_000);
    },
    begin: (): Promise<string> => revoke(auditor),
  },
} as const;
const processes = ['role_assignment', 'role_revocation'] as const;
const assignment = workflowOf('role_assignment');
const revocation = workflowOf('role_revocation');
const namesOf = (type: (typeof processes)[number], criticality?: string): readonly string[] =>
  stepsOf(workflowOf(type)).filter((step) => criticality === undefined || step.criticality === criticality).map(({ step }) => step);

const forEver: readonly (readonly [string, Fault])[] = ['TransientFailure', 'BusinessRefusal', 'TypeError', 'AccessDeniedException'].map((name) => [name, failsWith(name)] as const);
const collides: Fault = (proceed) => {
  world.tables.conflictsToRaise = 5;
  return proceed();
};

describe('a role that is given', () => {
  test('counts at once, and the person hears of it in a mail that names role, tenant and granter', async () => {
    const runId = await stories.role_assignment.begin();
    expect(await rightsOf(world, berta)).toEqual(withAudit);
    await world.settle();
    expect(await pictureOf(runId)).toEqual(assignedOnce);
    expect(world.mails('new role')[0]?.mail.text).toMatch(/Demo[\s\S]*Auditor[\s\S]*Ada Admin/);
    expect(activity(berta)).toEqual([{ action: 'role.assigned', actor: admin.userId, cause: runId.replace('role_assignment-', ''), roleId: auditor }]);
    expect(told()).toBe(1);
  });

  test('sessions that are over are removed, those that are not go on', async () => {
    await logIn(berta, new Date(Date.now() - 25 * 3_600_000));
    expect(sessions(berta)).toBe(1);
    await stories.role_assignment.begin();
    await world.settle();
    expect(sessions(berta)).toBe(1);
  });

  test('permissions that are not what the bindings say are derived anew, and an epoch is counted', async () => {
    const runId = await assign(auditor);
    const before = await world.store.get('identity', authorizationKey(berta));
    world.tables.overwrite('identity', authorizationKey(berta), { permissions: ['users:delete'], grants: [] });
    await world.settle();
    expect(await pictureOf(runId)).toMatchObject({ status: 'COMPLETED', rights: withAudit });
    expect(await world.store.get('identity', authorizationKey(berta))).toMatchObject({ permissions: withAudit, permissionEpoch: Number(before?.['permissionEpoch']) + 1 });
  });

  test('whose requirement the person has lost meanwhile is taken back', async () => {
    world.inject('CheckDependentPermissions', async (proceed) => {
      await revoke('member');
      return proceed();
    });
    const runId = await assign(auditor);
    await world.settle();
    expect(await runOf(runId)).toMatchObject({ status: 'COMPENSATED', failedStep: 'CheckDependentPermissions', errorClass: 'BusinessRefusal' });
    expect(await rightsOf(world, berta)).toEqual([]);
    expect(await unrest()).toEqual([]);
  });

  test('to somebody who has not verified the address yet is followed up as well', async () => {
    const pending = await person(world, 'paula', { status: 'pending_verification' });
    const runId = await assign(reader, pending);
    await world.settle();
    expect(await runOf(runId)).toMatchObject({ status: 'COMPLETED' });
    expect(mailsTo(pending, 'new role')).toBe(1);
  });
});

describe('a role that is taken', () => {
  test('gives nothing from then on; whoever loses one that forces it is logged out, and told which, by whom and why', async () => {
    await stories.role_revocation.prepare();
    const runId = await stories.role_revocation.begin();
    expect(await rightsOf(world, berta)).toEqual(own);
    await world.settle();
    expect(await pictureOf(runId)).toEqual(revokedOnce);
    expect(world.mails('role was taken')[0]?.mail.text).toMatch(/Auditor[\s\S]*Ada Admin[\s\S]*moved to another team/);
    expect(audits('sessions.revoked')).toEqual([expect.objectContaining({ subject: berta.userId, reason: 'role_revoked', actor: admin.userId, runId })]);
  });

  test('that forces nothing leaves the sessions: the step is left out, and its record says so', async () => {
    await logIn(berta);
    await assign(reader);
    await world.settle();
    const runId = await revoke(reader);
    await world.settle();
    expect(sessions(berta)).toBe(1);
    expect(world.faults.calls.get('RevokeUserSessions')).toBeUndefined();
    expect(await runOf(runId)).toMatchObject({ status: 'COMPLETED' });
    expect((await runOf(runId)).steps).toContainEqual(expect.objectContaining({ step: 'RevokeUserSessions', status: 'SKIPPED', skippedBecause: 'not needed' }));
    expect(world.mails('role was taken')).toHaveLength(1);
    expect(await unrest()).toEqual([]);
  });

  test('sessions of the same id in another tenant stay, and so does one that began after the role was gone', async () => {
    const store = world.store;
    await createTenant({ store, vault: vault(store, memoryKeyWrapper()) }, { tenantId: 'other', name: 'Other', admin: { email: 'a@other.example', password: 'correct horse battery', firstName: 'A', lastName: 'B', language: 'en' } }, new Date());
    const elsewhere = await person(world, 'berta', { tenantId: 'other', userId: berta.userId });
    await logIn(elsewhere);
    await stories.role_revocation.prepare();
    world.inject('RevokeUserSessions', async (proceed, time) => {
      await time.pause(1_000);
      await logIn(berta);
      return proceed();
    });
    await stories.role_revocation.begin();
    await world.settle();
    expect([sessions(berta), sessions(elsewhere)]).toEqual([1, 1]);
    expect(await rightsOf(world, elsewhere)).toEqual(own);
  });

  test('many sessions end in chunks, also when the function dies between two of them', async () => {
    await stories.role_revocation.prepare();
    for (let n = 0; n < 2 * MOST_AT_ONCE + 10; n += 1) await logIn(berta, new Date(Date.now() - 60_000));
    let chunks = 0;
    world.tables.interfere = (writes) => {
      if (writes.filter((write) => 'delete' in write && write.delete.sk.startsWith('SESSION#')).length === 0) return;
      chunks += 1;
      if (chunks === 2) throw named('Lambda.Unknown');
    };
    const runId = await stories.role_revocation.begin();
    await world.settle();
    expect(await pictureOf(runId)).toEqual(revokedOnce);
    expect(chunks).toBeGreaterThanOrEqual(4);
    expect(audits('sessions.revoked')).toHaveLength(1);
  });

  test('permissions that stand there past the bindings are cleaned up, but for what another role gives, and the audit says so', async () => {
    await stories.role_revocation.prepare();
    world.inject('CleanUpOrphanedPermissions', (proceed) => {
      world.tables.overwrite('identity', authorizationKey(berta), { permissions: withAudit });
      return proceed();
    });
    const runId = await stories.role_revocation.begin();
    await world.settle();
    expect(await world.store.get('identity', authorizationKey(berta))).toMatchObject({ permissions: own });
    expect(audits('permissions.orphans_removed')).toEqual([expect.objectContaining({ runId, before: { roleId: auditor, permissions: ['audit:read'] } })]);
    expect(await pictureOf(runId)).toEqual(revokedOnce);
  });

  test('a grant that somebody wrote past the bindings is not kept by the cache', async () => {
    await stories.role_revocation.prepare();
    const runId = await stories.role_revocation.begin();
    world.tables.overwrite('identity', authorizationKey(berta), { permissions: withAudit, roleIds: ['member', auditor], grants: [{ roleId: 'member', emits: own }, { roleId: auditor, emits: ['audit:read'] }] });
    await world.settle();
    expect(await pictureOf(runId)).toEqual(revokedOnce);
  });
});

describe.each(processes.flatMap((type) => [...namesOf(type), 'Claim', 'Complete'].map((step) => [type, step] as const)))('%s: %s', (type, step) => {
  const { happy, prepare, begin } = stories[type];
  const tries = workflowOf(type).config.retryAttempts;

  test.each(troublesThatPass)('%s: each effect once', async (_, fault, times) => {
    await prepare();
    world.inject(step, fault, Math.min(times, tries));
    const runId = await begin();
    await world.settle();
    expect(await pictureOf(runId)).toEqual(happy);
  });

  test('meets other transactions wherever it writes: each effect once', async () => {
    await prepare();
    world.inject(step, collides);
    const runId = await begin();
    await world.settle();
    world.tables.conflictsToRaise = 0;
    expect(await pictureOf(runId)).toEqual(happy);
  });
});

describe.each(namesOf('role_assignment', 'required'))('the required step %s of an assignment', (step) => {
  test.each(forEver)('dies of %s for good: the grant is taken back, both sides hear of it, and permissions are as before', async (errorClass, fault) => {
    world.inject(step, fault, 'always');
    const runId = await stories.role_assignment.begin();
    await world.settle();
    expect(await pictureOf(runId)).toMatchObject(withdrawnOnce);
    expect(await runOf(runId)).toMatchObject({ failedStep: step, errorClass });
    expect(await readBinding(world.store, berta, auditor)).toMatchObject({ status: 'revoked', version: 2, revokedBy: 'system' });
    expect(world.machines.deadLetters.map(({ queue }) => queue)).toEqual(['permission_change_dlq']);
    expect(world.eventsOf('workflow.failed').map(({ detail }) => detail.data)).toEqual([expect.objectContaining({ failureType: 'permission_change_failed', failedStep: step })]);
    expect(told()).toBe(0);
    const [, granter] = [world.mails('could not be given'), world.mails('you gave was withdrawn')].map(([mail]) => mail?.mail.text ?? '');
    expect(granter).toMatch(/Auditor[\s\S]*berta Berg/);
  });

  test('gives the role up after its effect, or late: the late call does nothing', async () => {
    world.inject(step, lateBy(200_000), 'always');
    const runId = await stories.role_assignment.begin();
    await world.settle();
    expect(await pictureOf(runId)).toMatchObject(withdrawnOnce);
  });
});

describe('an assignment whose closing fails for good', () => {
  test('is taken back too', async () => {
    world.inject('Complete', failsWith('BusinessRefusal'));
    const runId = await stories.role_assignment.begin();
    await world.settle();
    expect(await pictureOf(runId)).toMatchObject({ status: 'COMPENSATED', rights: own, unrest: [] });
  });

  test('can be given again afterwards', async () => {
    world.inject('ValidateUserSessions', failsWith('BusinessRefusal'));
    await stories.role_assignment.begin();
    await world.settle();
    const again = await assign(auditor);
    await world.settle();
    expect(await pictureOf(again)).toMatchObject({ status: 'COMPLETED', rights: withAudit, mails: { assigned: 1, withdrawn: 1 } });
    expect(await readBinding(world.store, berta, auditor)).toMatchObject({ status: 'granted', version: 3 });
  });
});

describe.each(compensationOf(assignment).map(({ step }) => step))('the undo %s', (step) => {
  test.each(troublesThatPass)('%s: taken back once, told once', async (_, fault, times) => {
    world.inject('ValidateUserSessions', failsWith('BusinessRefusal'));
    world.inject(step, fault, Math.min(times, assignment.config.retryAttempts));
    const runId = await stories.role_assignment.begin();
    await world.settle();
    expect(await pictureOf(runId)).toMatchObject(withdrawnOnce);
  });

  test.each(forEver)('dies of %s for good, waits for a person, and finishes after the repair', async (_, fault) => {
    world.inject('ValidateUserSessions', failsWith('BusinessRefusal'));
    world.inject(step, fault, 'always');
    const runId = await stories.role_assignment.begin();
    await world.settle();
    expect(await runOf(runId)).toMatchObject({ status: 'COMPENSATION_FAILED' });
    expect(mailsTo(berta, 'could not be given')).toBe(0);
    world.faults.repair();
    expect(await retry(runId)).toMatchObject({ status: 202 });
    await world.settle();
    const { unrest: _left, ...expected } = withdrawnOnce;
    expect(await pictureOf(runId)).toMatchObject(expected);
  });
});

const failing = async (meanwhile: () => Promise<unknown>): Promise<string> => {
  world.inject('ValidateUserSessions', failsWith('BusinessRefusal'));
  world.inject('WithdrawAssignment', async (proceed) => {
    await meanwhile();
    return proceed();
  });
  const runId = await stories.role_assignment.begin();
  await world.settle();
  return runId;
};

describe('what happens while an assignment is taken back', () => {
  test('somebody revokes it: nothing is left to take back, and only the revocation is told', async () => {
    const runId = await failing(() => revoke(auditor));
    expect(await pictureOf(runId)).toMatchObject({ status: 'COMPENSATED', rights: own, mails: { ...noMails, revoked: 1 }, unrest: [] });
    expect(await readBinding(world.store, berta, auditor)).toMatchObject({ version: 2, revokedBy: admin.userId });
  });

  test('somebody revokes it and gives it again: the new assignment stays', async () => {
    const runId = await failing(async () => {
      await revoke(auditor);
      await assign(auditor);
    });
    expect(await pictureOf(runId)).toMatchObject({ status: 'COMPENSATED', rights: withAudit, mails: { assigned: 1, withdrawn: 0, granter: 0 }, unrest: [] });
  });

  test('somebody answers for the withdrawal instead: nobody is told of one that never was', async () => {
    world.inject('ValidateUserSessions', failsWith('BusinessRefusal'));
    world.inject('WithdrawAssignment', failsWith('BusinessRefusal'), 'always');
    const runId = await stories.role_assignment.begin();
    await world.settle();
    world.faults.repair();
    expect(await world.call(skipUndo, { token, params: { runId, step: 'WithdrawAssignment' }, body: { reason: 'the role may stay' } })).toMatchObject({ status: 202 });
    await world.settle();
    expect(await runOf(runId)).toMatchObject({ status: 'COMPENSATED' });
    expect(await pictureOf(runId)).toMatchObject({ rights: withAudit, mails: noMails });
  });

  test('whoever was made an administrator is none any more', async () => {
    world.inject('ValidateUserSessions', failsWith('BusinessRefusal'));
    const runId = await assign('administrator');
    await world.settle();
    expect(await runOf(runId)).toMatchObject({ status: 'COMPENSATED' });
    expect(await readAdministrators(world.store, 'demo')).toEqual([admin]);
    expect(await rightsOf(world, berta)).toEqual(own);
    expect(await unrest()).toEqual([]);
  });

  test('whoever has become the last administrator stays one, and a person decides', async () => {
    world.inject('ValidateUserSessions', failsWith('BusinessRefusal'));
    world.inject('WithdrawAssignment', async (proceed) => {
      await revoke('administrator', admin);
      return proceed();
    });
    const runId = await assign('administrator');
    await world.settle();
    expect(await runOf(runId)).toMatchObject({ status: 'COMPENSATION_FAILED' });
    expect(await readAdministrators(world.store, 'demo')).toEqual([berta]);
    expect(mailsTo(berta, 'could not be given')).toBe(0);
    expect(await unrest()).toEqual([]);
  });

  test('an address that takes no mail keeps nobody else from being told', async () => {
    world.inject('ValidateUserSessions', failsWith('BusinessRefusal'));
    world.mailbox.failNext(['address rejected'], ({ userId }) => userId === berta.userId);
    const runId = await stories.role_assignment.begin();
    await world.settle();
    expect(await pictureOf(runId)).toMatchObject({ ...withdrawnOnce, mails: { ...noMails, granter: 1 } });
  });
});

describe.each(namesOf('role_revocation', 'required'))('the required step %s of a revocation', (step) => {
  test.each(forEver)('dies of %s for good: the right stays denied, the run waits for a person and finishes after the repair', async (errorClass, fault) => {
    await stories.role_revocation.prepare();
    world.inject(step, fault, 'always');
    const runId = await stories.role_revocation.begin();
    await world.settle();
    expect(await runOf(runId)).toMatchObject({ status: 'PARKED', failedStep: step, errorClass });
    expect(await rightsOf(world, berta)).toEqual(own);
    expect(await readBinding(world.store, berta, auditor)).toMatchObject({ status: 'revoked', version: 2 });
    expect(mailsTo(berta, 'role was taken')).toBe(0);
    expect(world.machines.deadLetters.map(({ queue }) => queue)).toEqual(['permission_change_dlq']);
    expect(await unrest()).toEqual([]);
    world.faults.repair();
    expect(await retry(runId)).toMatchObject({ status: 202 });
    await world.settle();
    expect(await pictureOf(runId)).toEqual(revokedOnce);
  });

  test('is given up by the machine and comes late: it does nothing, and the right stays denied', async () => {
    await stories.role_revocation.prepare();
    world.inject(step, lateBy(200_000), 'always');
    const runId = await stories.role_revocation.begin();
    await world.settle();
    expect(await runOf(runId)).toMatchObject({ status: 'PARKED' });
    expect(await rightsOf(world, berta)).toEqual(own);
    expect(await unrest()).toEqual([]);
  });
});

describe.each(processes.flatMap((type) => namesOf(type, 'best effort').map((step) => [type, step] as const)))('%s: the best-effort step %s', (type, step) => {
  test.each(forEver)('dies of %s for good: it is parked, the rest is done, and it finishes after the repair', async (_, fault) => {
    const { happy, prepare, begin } = stories[type];
    await prepare();
    world.inject(step, fault, 'always');
    const runId = await begin();
    await world.settle();
    expect(await runOf(runId)).toMatchObject({ status: 'COMPLETED_WITH_WARNINGS' });
    expect(await stepsNotDone(runId)).toEqual([`${step} PARKED`]);
    expect(await pictureOf(runId)).toMatchObject({ rights: happy.rights, sessions: happy.sessions, unrest: [] });
    world.faults.repair();
    expect(await retry(runId)).toMatchObject({ status: 202 });
    await world.settle();
    expect(await pictureOf(runId)).toEqual(happy);
  });

  test('loses all its answers: there is no warning, for what it should do is done', async () => {
    const { happy, prepare, begin } = stories[type];
    await prepare();
    world.inject(step, afterItsEffect('Sandbox.Timedout'), 'always');
    const runId = await begin();
    await world.settle();
    expect(await pictureOf(runId)).toEqual(happy);
  });
});

const hold = (): BusEvent[] => {
  const held: BusEvent[] = [];
  world.bus.onEvent = (event) => {
    if (event.type.startsWith('role.')) held.push(event);
  };
  return held;
};

describe('events that come in another order than they happened', () => {
  test('the assignment after the revocation: it is superseded, and gives nothing back', async () => {
    const held = hold();
    const [assigned, revoked] = [await assign(auditor), await revoke(auditor)];
    await world.settle();
    for (const event of held.toReversed()) {
      world.deliver(event);
      await world.settle();
    }
    expect(await runOf(assigned)).toMatchObject({ status: 'FENCED', reason: 'superseded' });
    expect(await runOf(revoked)).toMatchObject({ status: 'COMPLETED' });
    expect(await pictureOf(revoked)).toMatchObject({ rights: own, mails: { ...noMails, revoked: 1 }, unrest: [] });
  });

  test('a revocation after the role was given again: it takes nothing', async () => {
    await logIn(berta);
    const held = hold();
    const runs = [await assign(auditor), await revoke(auditor), await assign(auditor)];
    await world.settle();
    for (const event of held.toReversed()) {
      world.deliver(event);
      await world.settle();
    }
    expect(await Promise.all(runs.map(async (runId) => (await runOf(runId)).status))).toEqual(['FENCED', 'FENCED', 'COMPLETED']);
    expect(await pictureOf(runs[2] ?? '')).toEqual(assignedOnce);
  });

  test.each(namesOf('role_revocation'))('the role is given again just before %s: from there on the revocation has no effect', async (step) => {
    await stories.role_revocation.prepare();
    world.inject(step, async (proceed) => {
      await assign(auditor);
      return proceed();
    });
    const runId = await stories.role_revocation.begin();
    await world.settle();
    expect(await runOf(runId)).toMatchObject({ status: 'COMPLETED' });
    expect(await pictureOf(runId)).toMatchObject({ rights: withAudit, unrest: [], sessions: ['CleanUpOrphanedPermissions', 'NotifyRoleRevoked', 'UpdateUserActivityLog'].includes(step) ? 0 : 1 });
  });

  test.each(namesOf('role_assignment'))('the role is revoked just before %s: the assignment brings nothing back', async (step) => {
    world.inject(step, async (proceed) => {
      await revoke(auditor);
      return proceed();
    });
    const runId = await stories.role_assignment.begin();
    await world.settle();
    expect(await runOf(runId)).toMatchObject({ status: 'COMPLETED' });
    expect(await pictureOf(runId)).toMatchObject({ rights: own, unrest: [] });
  });

  test('a role that changes between the reading and the writing of a step wins', async () => {
    await stories.role_revocation.prepare();
    let interfered = false;
    world.tables.interfere = async (writes: readonly Write[]) => {
      if (interfered || !writes.some((write) => 'update' in write && write.update.sk === 'STEP#RevokeUserSessions' && write.set?.['status'] === 'DONE')) return;
      interfered = true;
      await assign(auditor);
    };
    const runId = await stories.role_revocation.begin();
    await world.settle();
    expect(interfered).toBe(true);
    expect(await pictureOf(runId)).toMatchObject({ status: 'COMPLETED', rights: withAudit, sessions: 1, unrest: [] });
  });

  test('a parked revocation that was overtaken by a new assignment ends superseded when somebody takes it up', async () => {
    await stories.role_revocation.prepare();
    world.inject('RevokeUserSessions', failsWith('BusinessRefusal'));
    const runId = await stories.role_revocation.begin();
    await world.settle();
    await assign(auditor);
    await world.settle();
    expect(await retry(runId)).toMatchObject({ status: 202 });
    await world.settle();
    expect(await runOf(runId)).toMatchObject({ status: 'FENCED', reason: 'superseded' });
    expect(await rightsOf(world, berta)).toEqual(withAudit);
    expect(await unrest()).toEqual([]);
  });

  test('what waited while its process was paused is superseded by what came meanwhile', async () => {
    expect(await world.call(changeConfig, { token, params: { type: 'role_assignment' }, body: { values: { enabled: false }, version: 1 } })).toMatchObject({ status: 200 });
    await world.settle();
    const waiting = await assign(auditor);
    await world.settle();
    expect(await runOf(waiting)).toMatchObject({ status: 'WAITING' });
    await revoke(auditor);
    await world.settle();
    expect(await world.call(changeConfig, { token, params: { type: 'role_assignment' }, body: { values: { enabled: true }, version: 2 } })).toMatchObject({ status: 200 });
    await world.settle();
    expect(await runOf(waiting)).toMatchObject({ status: 'FENCED', reason: 'superseded' });
    expect(await unrest()).toEqual([]);
  });
});

describe.each(processes)('events of %s that come again', (type) => {
  test('three times at once, and later: one run, each effect once', async () => {
    const { happy, prepare, begin } = stories[type];
    await prepare();
    world.bus.onEvent = (event) => {
      for (let n = 0; n < 3; n += 1) world.deliver(event);
    };
    const runId = await begin();
    await world.settle();
    for (const event of world.bus.events.filter((each) => each.type === workflowOf(type).startsOn.name)) world.deliver(event);
    await world.settle();
    expect(await pictureOf(runId)).toEqual(happy);
  });
});

describe('side by side, as an environment may have it', () => {
  const sideBySide = { ...assignment, config: { ...assignment.config, parallelTasks: true } };
  const beSo = (): void => {
    world.bus.onEvent = (event) => world.deliver(event, (workflow) => (workflow.type === 'role_assignment' ? sideBySide : workflow));
  };

  test('an assignment has the same effects', async () => {
    beSo();
    const runId = await stories.role_assignment.begin();
    await world.settle();
    expect(world.machines.executions[0]?.path).toContain('JudgeCheckWhatTheRoleRestsOn');
    expect(await pictureOf(runId)).toEqual(assignedOnce);
  });

  test.each(namesOf('role_assignment', 'required'))('a failure of %s takes it back, and nobody was told of the role before', async (step) => {
    beSo();
    world.inject(step, failsWith('BusinessRefusal'));
    const runId = await stories.role_assignment.begin();
    await world.settle();
    expect(await pictureOf(runId)).toMatchObject(withdrawnOnce);
  });
});

describe('no compensation grants anything', () => {
  test('a revocation has none: nothing is declared to be undone, and its failures lead to a person', () => {
    expect(compensationOf(revocation)).toEqual([]);
    expect(compensates(revocation)).toBe(false);
    expect(failurePath(revocation)).toBe('Park');
  });

  test.each(namesOf('role_assignment', 'required'))('of an assignment takes only: %s', async (step) => {
    world.inject(step, failsWith('BusinessRefusal'));
    const granted: unknown[] = [];
    let compensating = false;
    world.inject('BeginCompensation', (proceed) => {
      compensating = true;
      return proceed();
    });
    world.tables.interfere = (writes) => {
      if (compensating) granted.push(...writes.filter((write) => ('put' in write && write.put['status'] === 'granted') || ('update' in write && write.set?.['status'] === 'granted')));
    };
    await stories.role_assignment.begin();
    await world.settle();
    expect(compensating).toBe(true);
    expect(granted).toEqual([]);
    expect(await rightsOf(world, berta)).toEqual(own);
  });
});

test('a deletion of the account starts no run that sends mails', async () => {
  const held: BusEvent[] = [];
  world.bus.onEvent = (event) => held.push(event);
  const runId = await assign(auditor);
  await world.settle();
  for (const sk of ['USER', 'AUTHORIZATION']) world.tables.overwrite('identity', { pk: userPartition(berta), sk }, { status: 'deleting' });
  for (const event of held) world.deliver(event);
  await world.settle();
  expect(await runOf(runId)).toMatchObject({ status: 'FENCED', reason: 'the account is deleting' });
  expect(world.mailbox.sent).toEqual([]);
});

test('every function of both processes has been used, and everything that it may touch', () => {
  const mine = [assignment, revocation].flatMap((workflow) => [...forwardStates(workflow), ...(compensates(workflow) ? compensationStates(workflow) : [])])
    .filter(({ entry }) => entry.startsWith('lambdas/workflows/role-')).map(({ entry, handler = 'index.handler' }) => `${entry} ${handler}`);
  expect([...touched.keys()]).toEqual(expect.arrayContaining(mine));
  const unused = [...touched].filter(([entry]) => mine.includes(entry)).flatMap(([entry, { declared, used }]) => [...declared].filter((grant) => !used.has(grant)).map((grant) => `${entry}: ${grant}`));
  expect(unused).toEqual([]);
});
