import { parseDeletion } from '../../lambdas/adapters/deletion-requests.ts';
import { placeHold } from '../../lambdas/api/deletion/routes.ts';
import type { WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { A_DAY_MS, deletionsRound } from '../support/deletions.ts';
import { erasureOf } from '../support/erasures.ts';
import { unrestIn } from '../support/picture.ts';
import { World } from '../support/world.ts';
import type { MatrixMachine } from './machines.ts';
import type { Ready, Scene } from './scenes.ts';

/** The deletion of somebody of whom one category is held: it has rows of its own, since what it ends in is something else. */
export const heldDeletion: WorkflowDeclaration = { ...workflowOf('user_deletion') };
const HELD = 'business';
const HELD_FOR_MS = 30 * A_DAY_MS;
const AN_HOUR_MS = 3_600_000;

/** The states whose work, or what is told of it, a hold changes. */
const states = ['AssessUserData', 'DeletePersonalData', 'AnonymiseBusinessData', 'MinimiseAuditData', 'ShredBackupData', 'NotifyRecipients', 'VerifyDeletionCompliance', 'IssueCertificate', 'Complete'];

/** @throws where one of its states is none any more */
export function withHeldDeletion(machines: readonly MatrixMachine[]): readonly MatrixMachine[] {
  const deletion = machines.find(({ name }) => name === heldDeletion.type);
  const gone = states.filter((state) => !deletion?.states.includes(state));
  if (!deletion || gone.length > 0) throw new Error(`a deletion has no states ${gone.join(', ')}`);
  return [...machines, { ...deletion, workflow: heldDeletion, rows: `${deletion.name} (hold)`, states }];
}

export const heldErasure = (deletion: Scene): Scene => ({
  ...deletion,
  begin: async (ready) => {
    const { world, cast: { token, subject } } = ready;
    const { status } = await world.call(placeHold, { token, params: { id: subject.userId }, body: { basis: 'a lawsuit', categories: [HELD], until: new Date(Date.now() + HELD_FOR_MS).toISOString() } });
    if (status !== 200) throw new Error(`the hold was answered ${status}`);
    return deletion.begin(ready);
  },
  ended: async ({ world, cast }) => {
    // Its end comes after thirty days, and only the clock of the tests goes so fast.
    if (!(world instanceof World)) throw new Error('a held erasure is told in process');
    return [...await whileHeld({ world, cast }), ...await whenTheHoldEnds({ world, cast })];
  },
});

const otherwise = (what: string, is: unknown, shouldBe: unknown): readonly string[] => (JSON.stringify(is) === JSON.stringify(shouldBe) ? [] : [`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(shouldBe)}`]);
const requestIn = ({ tables }: World) => tables.items('ledger').filter(({ sk }) => sk === 'DELETION').map(parseDeletion).at(-1);

/** Everything has gone but what is held; nobody gets in, and the person was told what is kept and until when. */
async function whileHeld({ world, cast: { subject } }: Ready<World>): Promise<readonly string[]> {
  const { request, left, identified, mayDo } = await erasureOf(world, subject, requestIn(world)?.requestId ?? '');
  const kept = world.tables.items('identity').filter(({ pk, title }) => pk.includes(subject.userId) && title !== undefined).length;
  const told = world.mails('completed').some(({ userId, mail }) => userId === subject.userId && mail.text.includes('Kept back for now'));
  return [
    ...otherwise('the request', request, 'PARTIALLY_ERASED'), ...otherwise('left', left, { identity: ['RECORD'], keys: ['PERSON_KEY'] }), ...otherwise('items that name her', identified, kept),
    ...otherwise('rights', mayDo, []), ...(kept > 0 ? [] : ['what is held has gone']), ...(told ? [] : ['she was not told what is kept']),
  ];
}

/** The timer comes, not before its time, and takes the rest away. */
async function whenTheHoldEnds({ world, cast: { subject } }: Ready<World>): Promise<readonly string[]> {
  const requestId = requestIn(world)?.requestId ?? '';
  const until = Date.parse(requestIn(world)?.heldUntil ?? '');
  const early = await deletionsRound(world, until - Date.now() - AN_HOUR_MS);
  const inTime = await deletionsRound(world, 2 * AN_HOUR_MS);
  const { request, left, seals, identified } = await erasureOf(world, subject, requestId);
  return [
    ...otherwise('taken up before the hold ended', early.resumed, undefined), ...otherwise('taken up when the hold ended', inTime.resumed, 1),
    ...otherwise('after the hold', { request, left, seals, identified }, { request: 'COMPLETED', left: { identity: ['RECORD'], keys: [] }, seals: 0, identified: 0 }),
    ...(await unrestIn(world)).filter((each) => !each.startsWith('dead letter') && !each.startsWith('a stream record')).map((each) => `after the hold: ${each}`),
  ];
}
