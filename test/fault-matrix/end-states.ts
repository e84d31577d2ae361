import { parseRun, readSteps, readUndos, type RunRecord } from '../../lambdas/adapters/run-ledger.ts';
import { UNCLAIMED_TOO_LONG_MS } from '../../lambdas/adapters/event-store.ts';
import type { Item } from '../../lambdas/adapters/store.ts';
import { retryRun } from '../../lambdas/api/workflows/routes.ts';
import { undosOf } from '../../lambdas/kit/workflow.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { isInFlight } from '../../lambdas/domain/run.ts';
import { residueOf, unrestIn } from '../support/picture.ts';
import type { DeadLetter } from '../support/memory-queues.ts';
import type { Told } from '../support/told.ts';
import { completionsTold, effectsIn, unlike, type Effects } from './effects.ts';
import type { EndState } from './expectations.ts';
import type { Ready, Scene } from './scenes.ts';

/** Everything that a cell has to look at when all is quiet. */
export interface Ended {
  readonly ready: Ready;
  readonly scene: Scene;
  readonly type: string;
  /** Where the fault struck. */
  readonly state: string;
  /** Of the same story without the fault; after a failure that was undone, of the undone one. Undefined where the person is erased besides. */
  readonly golden: Effects | undefined;
  readonly completedBefore: number;
  /** What was to be done is done and told, only the run was not closed. */
  readonly toldByStep: boolean;
  /** It may have sent a mail once more. */
  readonly copies: boolean;
  /** By what it found at its hour there was none to be sent. */
  readonly mailLeftOut: boolean;
  /** What was called, and failed, until somebody mended it. */
  readonly repair: () => void;
  /** Only this undo is left to be done. */
  readonly onlyUndo: boolean;
  /** Where a message to the queue itself is the trouble, there may be none, or two. */
  readonly letters: 'one' | 'any';
}

/** Of a mail that may have left when its answer was lost, and that may not be sent again, nobody knows; and a second copy is one of which the ledger knows. */
const unlikeGolden = ({ ready: { world }, golden, copies, mailLeftOut, type }: Ended): readonly string[] => {
  if (!golden) return [];
  const rows = world.tables.items('ledger').filter(({ pk, sk }) => pk === `RUN#${runIn(world, type)?.runId}` && sk.startsWith('MAIL#'));
  const unknown = rows.filter(({ status }) => status === 'SENDING').length;
  const again = rows.reduce((sum, { sends }) => sum + Math.max(0, Number(sends) - 1), 0);
  const are = effectsIn(world);
  const found = unlike(are, golden, copies && are.mails.length <= golden.mails.length + again);
  const missing = found.filter((each) => each.startsWith('mail missing'));
  return (copies && missing.length <= unknown) || mailLeftOut ? found.filter((each) => !missing.includes(each)) : found;
};

/** The last run of the process. */
export function runIn(world: Told, type: string): RunRecord | undefined {
  const runs = world.tables.items('ledger').filter((item) => item.sk === 'RUN' && item['type'] === type).map(parseRun);
  return runs.toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1)).at(-1);
}

/** What has become of it, read from the ledger alone. */
export function endStateOf(world: Told, type: string): EndState | RunRecord['status'] {
  const status = runIn(world, type)?.status;
  switch (status) {
    case undefined: return 'LOST';
    case 'COMPLETED': return 'OK';
    case 'COMPLETED_WITH_WARNINGS': return 'DEG';
    case 'COMPENSATED': return 'COMP';
    case 'PARKED': case 'COMPENSATION_FAILED': return 'PARK';
    case 'FENCED': return 'FENCED';
    case 'RUNNING': case 'WAITING': case 'COMPENSATING': case 'TIMED_OUT': case 'CANCELLED': return status;
  }
}

/** Sentences about what is not as it has to be; none where everything is. */
export function offences(expected: EndState, ended: Ended): Promise<readonly string[]> {
  switch (expected) {
    case 'OK': case 'OK-R': return completed(ended);
    case 'DEG': return degraded(ended);
    case 'COMP': return undone(ended);
    case 'PARK': case 'FWD': return parked(ended);
    case 'FENCED': return fenced(ended);
    case 'LOST': return lost(ended);
  }
}

const rowsOf = (world: Told, runId: string | undefined): readonly Item[] =>
  world.tables.items('ledger').filter(({ pk, runId: about, status }) => pk.endsWith('#DEADLETTERS') && about === runId && status !== 'RESOLVED');
const messagesOf = ({ machines }: Told, runId: string | undefined): readonly DeadLetter[] => machines.deadLetters.filter((letter) => letter.body['runId'] === runId && !machines.silenced.includes(letter));
const counted = (world: Told, type: string, status: string): number | undefined => world.log?.lines.filter((line) => line.includes('_aws') && line.includes(`"status":"${status}"`) && line.includes(`"type":"${type}"`)).length;
const atRest = async (world: Told): Promise<readonly string[]> => (await unrestIn(world)).filter((each) => !each.startsWith('dead letter') && !each.startsWith('a stream record'));
const amount = (what: string, is: number, shouldBe: number): readonly string[] => (is === shouldBe ? [] : [`${what}: ${is} instead of ${shouldBe}`]);

async function stepsNotDone(world: Told, { runId }: RunRecord): Promise<readonly string[]> {
  return (await readSteps(world.store, runId)).flatMap(({ step, status }) => (status === 'DONE' || status === 'SKIPPED' ? [] : [`${step} is ${status}`]));
}

async function completed(ended: Ended): Promise<readonly string[]> {
  const { ready: { world }, type, completedBefore } = ended;
  const run = runIn(world, type);
  if (run?.status !== 'COMPLETED') return [`the run is ${run?.status}`];
  return [
    ...await stepsNotDone(world, run), ...amount('completions told', completionsTold(world, type), completedBefore + 1),
    ...amount('letters', rowsOf(world, run.runId).length, 0), ...unlikeGolden(ended), ...await atRest(world),
    ...await ended.scene.ended?.(ended.ready) ?? [],
  ];
}

async function degraded(ended: Ended): Promise<readonly string[]> {
  const { ready, scene, type, completedBefore } = ended;
  const { world } = ready;
  const run = runIn(world, type);
  if (run?.status !== 'COMPLETED_WITH_WARNINGS') return [`the run is ${run?.status}`];
  const notDone = await stepsNotDone(world, run);
  return [
    ...(notDone.length === 1 && notDone[0]?.endsWith(' is PARKED') ? [] : [`not one step is parked: ${notDone.join(', ')}`]),
    ...amount('letters', rowsOf(world, run.runId).length, 1), ...amount('messages', messagesOf(world, run.runId).length, 0),
    ...amount('completions told', completionsTold(world, type), completedBefore + 1), ...await atRest(world),
    ...await retried(ended, run, completed), ...await scene.usable?.(ready) ?? [],
  ];
}

/** The cause is mended and somebody tries again. */
async function retried(ended: Ended, { runId }: RunRecord, then: (ended: Ended) => Promise<readonly string[]>): Promise<readonly string[]> {
  const { ready: { world, cast: { token } }, repair } = ended;
  repair();
  const { status } = await world.call(retryRun, { token, params: { runId }, body: { reason: 'the cause is mended' } });
  await world.settle();
  return status === 202 ? (await then(ended)).map((each) => `after the repair: ${each}`) : [`the retry was answered ${status}`];
}

async function undone(ended: Ended, open = 1): Promise<readonly string[]> {
  const { ready, scene, type, completedBefore } = ended;
  const { world } = ready;
  const run = runIn(world, type);
  if (run?.status !== 'COMPENSATED') return [`the run is ${run?.status}`];
  const said = (event: string): number => world.tables.items('events').filter((each) => each['type'] === event && (each['data'] as { runId?: string }).runId === run.runId).length;
  return [
    ...amount('compensations told', said('workflow.compensated'), 1), ...amount('failures told', said('workflow.failed'), 1), ...amount('completions told', completionsTold(world, type), completedBefore),
    ...await scene.left?.(ready) ?? [], ...amount('letters', rowsOf(world, run.runId).length, open),
    ...unlikeGolden(ended).filter((each) => !mayBeMissing.test(each)), ...await atRest(world),
  ];
}
/** What a step that never came to its effect has not told, not written down and not sent. */
const mayBeMissing = /^(event|mail|stored) missing: (?!identity (?!.*ACTIVITY#)|keys)/;

/** A failing undo keeps no other from being done; what follows the undos may have to wait for what comes before it. */
async function undosBut(world: Told, { runId, type }: RunRecord, state: string): Promise<readonly string[]> {
  const done = (await readUndos(world.store, runId)).flatMap(({ step, status }) => (status === 'DONE' ? [step] : []));
  return undosOf(workflowOf(type)).map(({ step }) => step).filter((step) => step !== state && !done.includes(step)).map((step) => `${step} was not done`);
}

/** The queue rings and the metric does; where one of them is what goes wrong, the other. */
const heard = (messages: number, alarms: number | undefined, letters: Ended['letters']): readonly string[] =>
  ((letters === 'one' ? messages > 0 && (alarms ?? 1) === 1 : messages + (alarms ?? 1) > 0) ? [] : [`${messages} messages and ${alarms} alarms tell of it`]);

async function parked(ended: Ended): Promise<readonly string[]> {
  const { ready, scene, type, letters, completedBefore, toldByStep } = ended;
  const { world } = ready;
  const run = runIn(world, type);
  if (run?.status !== 'PARKED' && run?.status !== 'COMPENSATION_FAILED') return [`the run is ${run?.status}`];
  const messages = messagesOf(world, run.runId).length;
  return [
    ...(ended.onlyUndo ? await undosBut(world, run, ended.state) : []),
    ...amount('letters', rowsOf(world, run.runId).length, 1), ...heard(messages, counted(world, type, run.status), letters), ...amount('completions told', completionsTold(world, type), completedBefore + (toldByStep ? 1 : 0)),
    ...await scene.granted?.(ready) ?? [], ...(await atRest(world)).filter((each) => !toldByStep || !each.startsWith('ending')),
    ...await retried(ended, run, run.status !== 'PARKED' ? (again) => undone(again, 0) : ended.golden ? completed : fenced), ...await scene.granted?.(ready) ?? [],
  ];
}

/** The deletion went on, and nothing of the process came after it. */
async function fenced({ ready, type, state, completedBefore, repair }: Ended): Promise<readonly string[]> {
  const { world, cast: { subject } } = ready;
  // Never claimed, and published again and again: it is claimed once the cause is mended.
  if (!runIn(world, type)) {
    repair();
    await world.sweep();
  }
  const run = runIn(world, type);
  const left = residueOf(world, subject.userId).filter((each) => !each.startsWith('RECORD#'));
  const late = run ? (await readSteps(world.store, run.runId)).filter(({ step, status }) => step === state && status === 'DONE') : [];
  return [
    ...late.map(({ step }) => `${step} took effect after the fence`), ...(run?.status === 'FENCED' ? [] : [`the run is ${run?.status}`]), ...amount('completions told', completionsTold(world, type), completedBefore),
    ...(runIn(world, 'user_deletion')?.status === 'COMPLETED' ? [] : ['the deletion is not completed']), ...left, ...await atRest(world),
  ];
}

/** No run has it; it is published again and again, after a while somebody hears of it, and once the cause is mended it runs. */
async function lost(ended: Ended): Promise<readonly string[]> {
  const { ready: { world }, type, repair, completedBefore } = ended;
  const run = runIn(world, type);
  if (run && isInFlight(run.status)) return [`there is a run, and it is ${run.status}`];
  await world.time.pass(UNCLAIMED_TOO_LONG_MS);
  await world.sweep();
  const told = world.tables.items('ledger').filter(({ pk, kind, status }) => pk.endsWith('#DEADLETTERS') && kind === 'undelivered_event' && status === 'OPEN').length;
  const before = [...amount('letters', told, 1), ...amount('completions told', completionsTold(world, type), completedBefore)];
  repair();
  await world.sweep();
  return [...before, ...(await completed(ended)).map((each) => `after the repair: ${each}`)];
}
