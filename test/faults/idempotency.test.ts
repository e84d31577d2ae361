import { World, someone, type RawAnswer } from '../support/world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { retryRun, skipUndo } from '../../lambdas/api/workflows/routes.ts';
import type { Route } from '../../lambdas/kit/route.ts';
import { failsWith } from '../support/injections.ts';
import { audited, unrestIn } from '../support/picture.ts';

/** An operator whose network repeats what he says has said it once. */
let world: World;
let subject: Subject;
let token: string;
let runId: string;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
  world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
  world.inject('VoidVerificationToken', failsWith('BusinessRefusal'));
  await world.settle();
  ({ runId } = await world.runOf('user_registration', subject));
  token = await world.administratorSession();
});
afterEach(async () => {
  await world.settle();
  world.end();
});

interface Command { readonly route: Route; readonly action: string; readonly params: () => Record<string, string>; readonly body?: unknown }
const commands: readonly (readonly [string, Command])[] = [
  ['retry', { route: retryRun, action: 'run.compensation_retried', params: () => ({ runId }), body: { reason: 'the cause is mended' } }],
  ['skip', { route: skipUndo, action: 'run.undo_skipped', params: () => ({ runId, step: 'VoidVerificationToken' }), body: { reason: 'nobody needs it any more' } }],
];
const act = ({ route, params, body }: Command, key: string | null = 'k'): Promise<RawAnswer> => world.exchange(route, { token, params: params(), body, key });

const once = () => ({ answers: [`202 ${JSON.stringify({ runId, status: 'COMPENSATING' })}`], status: 'COMPENSATED', compensation: 2, audited: 1, unrest: [] });

describe.each(commands)('a %s that comes twice under one key', (_, command) => {
  const outcomeOf = async (answers: readonly RawAnswer[]) => {
    await world.settle();
    const { status, compensation } = await world.runOf('user_registration', subject);
    return {
      answers: [...new Set(answers.map((answer) => `${answer.status} ${answer.text}`))], status, compensation,
      audited: audited(world, subject, command.action).length, unrest: await unrestIn(world),
    };
  };

  test('one after the other: the same answer, one effect', async () => {
    const first = await act(command);
    await world.settle();
    expect(await outcomeOf([first, await act(command)])).toEqual(once());
  });

  test('at once: the same answer, one effect', async () => {
    expect(await outcomeOf(await Promise.all([act(command), act(command), act(command)]))).toEqual(once());
  });

  test('and without a key, is told that it is not possible any more', async () => {
    await act(command, null);
    expect((await act(command, null)).status).toBe(409);
  });

  test('is no key for somebody who may not, and none for another run', async () => {
    await act(command);
    expect(await world.exchange(command.route, { params: command.params(), body: command.body, key: 'k' })).toMatchObject({ status: 401 });
    expect(await world.exchange(command.route, { token, params: { ...command.params(), runId: 'user_registration-other' }, body: command.body, key: 'k' })).toMatchObject({ status: 422 });
  });
});

test('a skip for another reason under the same key is refused', async () => {
  const [, [, skip] = []] = commands;
  if (!skip) throw new Error('no such command');
  await act(skip);
  expect((await act({ ...skip, body: { reason: 'quite another reason' } })).status).toBe(422);
});

test('a kept answer holds no more than what the caller was told, and outlives nobody', async () => {
  await world.register({ ...someone, email: 'kept@example.com' });
  const kept = world.tables.items('identity').filter(({ sk }) => sk === 'REPLY');
  for (const item of kept) expect(Object.keys(item).toSorted()).toEqual(['body', 'expiresAt', 'fingerprint', 'pk', 'sk', 'status']);
  expect(JSON.stringify(kept)).not.toMatch(/kept@|Anna|passphrase/);
  expect(kept.length).toBeGreaterThan(0);
});
