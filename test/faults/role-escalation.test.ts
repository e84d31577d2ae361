import * as fc from 'fast-check';
import { readAuthorization, type Subject } from '../../lambdas/adapters/identity.ts';
import { assignRole, createRole, revokeRole } from '../../lambdas/api/roles/routes.ts';
import { permissions, systemRoles, type Permission, type Role } from '../../lambdas/domain/role.ts';
import { person, rightsOf, sessionOf } from '../support/people.ts';
import { World } from '../support/world.ts';

/**
 * Whatever people who are no administrators do to each other's roles, in whatever order: nobody gains a permission that nobody
 * entitled granted. A model that knows nothing of the tables says what each operation must come to.
 */
const SEED = 20_260_302;
const RUNS = 60;
const [SHORTEST, LONGEST] = [20, 50];
const PEOPLE = 5;

const own = (roleId: string, ...of: readonly Permission[]): Role => ({ roleId, name: roleId, permissions: of, requires: [], administers: false, forcesLogout: false });
const steward = own('role_steward', 'roles:manage', 'roles:read', 'records:read');
const clerk = own('role_clerk', 'roles:manage', 'users:read', 'users:manage');
const { member } = systemRoles;
/** Two who manage roles and hold different things, one who holds much and manages nothing, two who hold little. */
const beginning: readonly (readonly Role[])[] = [[member, steward], [clerk], [member, own('role_auditor', 'audit:read', 'workflows:manage')], [member], []];

type Operation =
  | { readonly kind: 'grant' | 'revoke'; readonly by: number; readonly to: number; readonly role: number; readonly minutes?: number | undefined }
  | { readonly kind: 'make'; readonly by: number; readonly of: readonly Permission[]; readonly requires: readonly Permission[] }
  | { readonly kind: 'wait'; readonly minutes: number };

const anybody = fc.nat({ max: PEOPLE - 1 });
/** Mostly those who may. */
const actor = fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 1 }) }, { weight: 1, arbitrary: anybody });
const given = fc.oneof(
  { weight: 4, arbitrary: fc.subarray<Permission>([...steward.permissions, ...clerk.permissions], { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.subarray<Permission>([...permissions], { minLength: 1, maxLength: 3 }) });
const which = fc.nat({ max: 30 });
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('grant' as const), by: actor, to: anybody, role: which, minutes: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('revoke' as const), by: actor, to: anybody, role: which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('make' as const), by: actor, of: given, requires: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...permissions], { minLength: 1, maxLength: 1 }) }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 60 }) }) },
);

interface Held { readonly role: Role; readonly until: number }

/** Who has what, until when: in so few words that one sees that it is right. */
class Model {
  readonly held = beginning.map((roles) => new Map<string, Held>(roles.map((role) => [role.roleId, { role, until: Infinity }])));
  readonly roles: Role[] = [member, systemRoles.administrator, systemRoles.platform_administrator];

  rights(of: number, from = Date.now()): ReadonlySet<Permission> {
    return new Set([...this.held[of]?.values() ?? []].filter(({ until }) => until > Date.now() && until >= from).flatMap(({ role }) => role.permissions));
  }

  manages(by: number): boolean {
    return this.rights(by).has('roles:manage');
  }

  grants({ by, to, minutes }: { by: number; to: number; minutes?: number | undefined }, role: Role): boolean {
    const until = minutes === undefined ? Infinity : Date.now() + minutes * 60_000;
    const allowed = by !== to && this.manages(by) && [...role.permissions].every((each) => this.rights(by, until).has(each))
      && !this.has(to, role) && role.requires.every((each) => this.rights(to).has(each));
    if (allowed) this.held[to]?.set(role.roleId, { role, until });
    return allowed;
  }

  revokes({ by, to }: { by: number; to: number }, role: Role): boolean {
    return this.manages(by) && this.has(to, role) && Boolean(this.held[to]?.delete(role.roleId));
  }

  has(whose: number, role: Role): boolean {
    return (this.held[whose]?.get(role.roleId)?.until ?? 0) > Date.now();
  }
}

function oneOf(people: readonly Subject[], position: number): Subject {
  const found = people[position];
  if (!found) throw new Error('there is no such person');
  return found;
}
const told = (each: Operation, done: boolean, allowed: boolean): void => expect({ each, done }).toEqual({ each, done: allowed });

async function perform(world: World, model: Model, people: readonly Subject[], each: Operation, n: number): Promise<void> {
  if (each.kind === 'wait') return world.time.pass(each.minutes * 60_000);
  // A session of its own for every operation: the one before may have idled away.
  const token = await sessionOf(world, oneOf(people, each.by));
  if (each.kind === 'make') {
    const allowed = model.manages(each.by) && each.of.every((wanted) => model.rights(each.by).has(wanted));
    const { status, body } = await world.call(createRole, { token, body: { name: `Role ${n}`, permissions: each.of, requires: each.requires } });
    told(each, status === 201, allowed);
    if (allowed) model.roles.push({ ...own(String(body['roleId']), ...each.of), requires: each.requires });
    return undefined;
  }
  const role = model.roles[each.role % model.roles.length] ?? member;
  const { userId: id } = oneOf(people, each.to);
  const expiresAt = each.kind === 'grant' && each.minutes !== undefined ? { expiresAt: new Date(Date.now() + each.minutes * 60_000).toISOString() } : {};
  const { status } = each.kind === 'grant'
    ? await world.call(assignRole, { token, params: { id }, body: { roleId: role.roleId, ...expiresAt } })
    : await world.call(revokeRole, { token, params: { id, roleId: role.roleId }, body: { reason: 'because it may be' } });
  const allowed = each.kind === 'grant' ? model.grants(each, role) : model.revokes(each, role);
  told(each, status === 202, allowed);
  return undefined;
}

test(`in ${RUNS} stories of up to ${LONGEST} operations everybody holds exactly what somebody entitled gave`, async () => {
  let [done, tried] = [0, 0];
  await fc.assert(fc.asyncProperty(fc.array(operation, { minLength: SHORTEST, maxLength: LONGEST, size: 'max' }), async (story) => {
    const world = await World.withTenant();
    try {
      const people = [];
      for (const [n, roles] of beginning.entries()) {
        people.push(await person(world, `person${n}`, { roles }));
      }
      const model = new Model();
      const token = await world.administratorSession();
      for (const each of ['records:read', 'roles:read', 'roles:manage', 'users:read', 'users:manage', 'audit:read'] as const) {
        const { body } = await world.call(createRole, { token, body: { name: `Only ${each}`, permissions: [each] } });
        model.roles.push(own(String(body['roleId']), each));
      }
      const known = new Set<Permission>(beginning.flat().flatMap((role) => role.permissions));
      for (const [n, each] of story.entries()) {
        await perform(world, model, people, each, n);
        for (const [position, subject] of people.entries()) expect(await rightsOf(world, subject)).toEqual([...model.rights(position)].toSorted());
      }
      for (const subject of people) expect((await rightsOf(world, subject)).filter((each) => !known.has(each as Permission))).toEqual([]);
      tried += story.length;
      for (const subject of people) done += (await readAuthorization(world.store, subject))?.permissionEpoch ?? 0;
      await world.settle();
    } finally {
      world.stop();
    }
  }), { numRuns: RUNS, seed: SEED });
  expect({ enough: tried > RUNS * SHORTEST && done > RUNS * 3, tried, done }).toMatchObject({ enough: true });
}, 120_000);
