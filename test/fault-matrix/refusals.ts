import { routes } from '../../lambdas/api/index.ts';
import { permissions } from '../../lambdas/domain/role.ts';
import type { Route } from '../../lambdas/kit/route.ts';
import type { WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { sessionOf, person } from '../support/people.ts';
import { examples, nowhere } from '../support/route-examples.ts';
import { World, type HttpCall } from '../support/world.ts';
import type { Cell } from './cells.ts';
import { untilQuiet } from './quiet.ts';
import { inProcess } from './in-process.ts';
import { sceneOf } from './scenes.ts';

/** What is refused has never been: whatever is stored is as it was before, byte for byte, and nobody hears of anything. */

interface Refusal {
  readonly id: string;
  readonly says: string;
  readonly applies: (route: Route) => boolean;
  readonly call: (route: Route, good: HttpCall, member: string) => HttpCall;
  readonly answered: readonly number[];
}

const open = new Set<unknown>(['public', 'public or any credential']);
const needsCredential = ({ access }: Route): boolean => !open.has(access);
const isPermission = ({ access }: Route): boolean => Array.isArray(access) || (typeof access === 'string' && /^\w+:\w+$/.test(access));
const namesSomething = ({ name }: Route): boolean => Object.values(examples[name]?.params?.(nowhere) ?? {}).some((value) => Object.values(nowhere).includes(value));
const hasBody = ({ body }: Route): boolean => body !== undefined;

/** By which a command may be refused before it is one. */
const refusals: readonly Refusal[] = [
  { id: 'R1', says: 'by nobody', applies: needsCredential, call: (_, good) => ({ ...good, token: '' }), answered: [401, 404] },
  { id: 'R2', says: 'by somebody who may not', applies: isPermission, call: (_, good, member) => ({ ...good, token: member }), answered: [403] },
  { id: 'R3', says: 'by a text that is no body', applies: hasBody, call: (_, good) => ({ ...good, text: '{"a":' }), answered: [400] },
  { id: 'R4', says: 'by a body with something in it that nobody asked for', applies: hasBody, call: (_, good) => ({ ...good, body: { ...good.body as object, nobodyAskedForIt: true } }), answered: [400] },
  { id: 'R5', says: 'about what is nowhere', applies: namesSomething, call: (_, good) => good, answered: [400, 401, 404, 409] },
];
const commands = routes.filter(({ method }) => method !== 'GET');

/** Everything that is kept, told, sent or started. */
const everything = ({ tables, bus, mailbox, machines }: World): string => JSON.stringify([tables.snapshot(), bus.events, mailbox.sent, machines.executions.map(({ arn }) => arn), machines.deadLetters]);

/** Every command in every way in which it is refused: E-REJ. None of them changes the world, so one is enough for all. */
export async function refusedCommands(chosen: (name: string) => boolean): Promise<readonly Cell[]> {
  const plans = commands.flatMap((route) => refusals.filter(({ applies }) => applies(route)).map((refusal) => ({ route, refusal }))).filter(({ route, refusal }) => chosen(`commands/${route.name} ${refusal.id}`));
  if (plans.length === 0) return [];
  const world = await World.withTenant();
  try {
    const nobodys = await sessionOf(world, await person(world, 'berta', { roles: [] }));
    const token = await mayEverything(world);
    await world.settle();
    const cells: Cell[] = [];
    for (const plan of plans) cells.push(await refused(world, plan, token, nobodys));
    return cells;
  } finally {
    world.stop();
  }
}

/** So that nothing is refused for another reason than the one that it is to be refused for. */
async function mayEverything(world: World): Promise<string> {
  const subject = await person(world, 'almighty');
  world.hold(subject, permissions);
  return sessionOf(world, subject);
}

async function refused(world: World, { route, refusal }: { readonly route: Route; readonly refusal: Refusal }, token: string, member: string): Promise<Cell> {
  const example = examples[route.name];
  const good: HttpCall = { token, ...(example?.params && { params: example.params(nowhere) }), ...(example?.query && { query: example.query(nowhere) }), ...(example?.body !== undefined && { body: example.body }) };
  const [began, before] = [performance.now(), everything(world)];
  const { status } = await world.exchange(route, refusal.call(route, good, member));
  await world.settle();
  const found = everything(world) === before ? [] : ['something is not as it was'];
  return cell({ machine: 'commands', state: route.name, fault: refusal.id, expected: 'E-REJ', fired: refusal.answered.includes(status), got: `answered ${status}`, found, began });
}

const cell = ({ expected, fired, got, found, began, ...about }: Pick<Cell, 'machine' | 'state' | 'fault' | 'expected' | 'fired' | 'got'> & { readonly found: readonly string[]; readonly began: number }): Cell => ({
  ...about, expected, fired, got: fired && found.length === 0 ? expected : got, seed: 0, ms: Math.round(performance.now() - began), offences: found,
});

/** What a claim refuses: an event that has had its run (E-NOOP), and one that is not as events are (E-REJ), of which only its letter tells. */
export async function refusedClaims(chosen: (name: string) => boolean): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const workflow of workflows) {
    const wanted = ['R6', 'R7'].filter((fault) => chosen(`${workflow.type}/Claim ${fault}`));
    if (wanted.length > 0) cells.push(...(await claimedOnceMore(workflow)).filter(({ fault }) => wanted.includes(fault)));
  }
  return cells;
}

async function claimedOnceMore(workflow: WorkflowDeclaration): Promise<readonly Cell[]> {
  const scene = sceneOf(workflow);
  const ready = await scene.ready(inProcess);
  const { world } = ready;
  try {
    await scene.begin(ready);
    await untilQuiet(world);
    const event = world.eventsOf(workflow.startsOn.name).at(-1);
    if (!event) throw new Error(`nothing has started ${workflow.type}`);
    return [
      await claimed(world, workflow, { fault: 'R6', expected: 'E-NOOP', detail: event.detail, letters: 0 }),
      await claimed(world, workflow, { fault: 'R7', expected: 'E-REJ', detail: { ...event.detail, eventId: 'another', aggregateVersion: 'no number' }, letters: 1 }),
    ];
  } finally {
    world.stop();
  }
}

interface Claiming { readonly fault: string; readonly expected: string; readonly detail: object; readonly letters: number }

async function claimed(world: World, workflow: WorkflowDeclaration, { fault, expected, detail, letters }: Claiming): Promise<Cell> {
  const stored = (): string => JSON.stringify([world.tables.snapshot(), world.bus.events, world.mailbox.sent]);
  const [began, before, lettersBefore] = [performance.now(), stored(), world.machines.deadLetters.length];
  const execution = world.machines.start(workflow, { 'detail-type': workflow.startsOn.name, detail });
  await world.settle();
  const rang = world.machines.deadLetters.length - lettersBefore;
  const found = [...(stored() === before ? [] : ['something is not as it was']), ...(rang === letters ? [] : [`${rang} letters instead of ${letters}`])];
  return cell({ machine: workflow.type, state: 'Claim', fault, expected, fired: execution.path.includes('Claim') && execution.status !== 'RUNNING', got: execution.status, found, began });
}
