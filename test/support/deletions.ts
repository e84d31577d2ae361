import { readUser, tenantKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { login } from '../../lambdas/api/auth/routes.ts';
import { cancelDeletion, getDeletion, requestDeletion } from '../../lambdas/api/deletion/routes.ts';
import type { DeletionRound } from '../../lambdas/operations/deletions-due.ts';
import { administrator, someone, TENANT, type HttpAnswer, type Person, World } from './world.ts';

export const A_DAY_MS = 86_400_000;
export const REASON = 'I have moved away';

/** A world in which somebody is active, and one more person administers the tenant. */
export async function withSomebodyActive(): Promise<{ world: World; subject: Subject }> {
  const { world, subject } = await World.withRegistration();
  await world.settle();
  await world.verify(world.tokenOf(subject));
  await world.settle();
  return { world, subject };
}

export async function sessionOf(world: World, { email, password }: Pick<Person, 'email' | 'password'> = someone): Promise<string> {
  const { status, body } = await world.call(login, { body: { tenantId: TENANT, email, password } });
  if (status !== 200) throw new Error(`login answered ${status}`);
  return String(body['sessionToken']);
}

export interface Asked { readonly gracePeriodSeconds?: number; readonly reason?: string }

/** The tenant asks for no time to think it over. */
export const withoutGrace = ({ tables }: World, tenantId = TENANT): void => tables.overwrite('identity', tenantKey(tenantId), { privacy: { minimumGracePeriodSeconds: 0 } });

/** By the person herself, with her password. */
export const askForOwn = async (world: World, { userId }: Subject, { reason = REASON, ...more }: Asked = {}): Promise<HttpAnswer> =>
  world.call(requestDeletion, { token: await sessionOf(world), params: { id: userId }, body: { reason, password: someone.password, ...more } });

export const askAsAdministrator = async (world: World, subject: Subject, { reason = REASON, ...more }: Asked = {}): Promise<HttpAnswer> =>
  world.call(requestDeletion, { token: await world.administratorSession(subject.tenantId, subject), params: { id: subject.userId }, body: { reason, ...more } });

export const lookAt = async (world: World, requestId: unknown): Promise<HttpAnswer> =>
  world.call(getDeletion, { token: await world.administratorSession(), params: { id: String(requestId) } });

export const takeBack = async (world: World, requestId: unknown): Promise<HttpAnswer> =>
  world.call(cancelDeletion, { token: await world.administratorSession(), params: { id: String(requestId) }, body: {} });

/** Of an account that is erased there is none any more. */
export const accountStatus = async (world: Pick<World, 'store'>, subject: Subject): Promise<string> => (await readUser(world.store, subject))?.status ?? 'gone';

/** The operation's next round, that much later. */
export async function deletionsRound(world: World, laterMs = 60_000): Promise<DeletionRound> {
  await world.time.pass(laterMs);
  const round = await world.beginDueDeletions() as DeletionRound;
  await world.settle();
  return round;
}

export const cancelTokenOf = (world: World, { userId }: Subject): string => {
  const mails = world.mails('deletion').filter((each) => each.userId === userId);
  const token = mails.map(({ mail }) => /cancel=([\w-]+)/.exec(mail.text)?.[1]).findLast((each) => each !== undefined);
  if (token === undefined) throw new Error('no mail with a way back has arrived');
  return token;
};

export { administrator };
