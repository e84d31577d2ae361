import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { Link } from '../../navigation.tsx';
import { ActButton } from '../../parts/act-button.tsx';
import { Block } from '../../parts/block.tsx';
import { Copyable } from '../../parts/copy.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Actor, PersonLink } from '../../parts/person.tsx';
import type { ViewProps } from '../../shell/places.ts';
import { now } from '../../time/clock.ts';
import { momentText } from '../../time/format.ts';
import { Moment } from '../../time/moment.tsx';
import { zoneName } from '../../time/zone.ts';
import { CertificatePanel } from './certificate.tsx';
import { daysBetween, isOver } from './due.ts';
import { Day, dayText, DueDate } from './due-date.tsx';
import { Extend } from './extend.tsx';
import { HoldPanel } from './hold.tsx';
import { DeletionChip, lookOfDeletion } from './looks.tsx';
import type { Deletion } from './progress.tsx';
import { Phases, Plan } from './progress.tsx';
import { RecipientsPanel } from './recipients.tsx';
import { useDeletionWords } from './words.ts';

const cancelled = (requestId: string, reason: string) =>
  keyed(`cancel ${requestId}`, reason, (header) => replyTo(api.POST('/deletion-requests/{id}/cancel', { params: { path: { id: requestId }, header }, body: { reason } })));

const Acts = ({ deletion, refresh }: { deletion: Deletion; refresh: () => void }) => {
  const words = useDeletionWords();
  const { requestId, allowedActions, extendableUntil } = deletion;
  return (
    <div class="acts">
      {allowedActions.includes('extend') && extendableUntil && <Extend deletion={deletion} latest={extendableUntil} done={refresh} />}
      {allowedActions.includes('cancel') && <ActButton act={{ ...words.cancel, isDestructive: true, run: (reason) => cancelled(requestId, reason), onRequested: refresh }} />}
    </div>
  );
};

/** Why it stands where it stands, what comes next, and who must act. */
const Here = ({ deletion: { status, graceEndsAt, dueAt, userId } }: { deletion: Deletion }) => {
  const { here, openRun } = useDeletionWords();
  const { why, next, who } = here[status];
  const isOverdue = !isOver(status) && daysBetween(dayText(new Date(now.value).toISOString()), dayText(dueAt)) < 0;
  const hasBegun = status === 'RUNNING' || status === 'PARTIALLY_ERASED' || status === 'COMPLETED';
  return (
    <section class={`answer ${isOverdue ? 'broken' : lookOfDeletion(status).family}`}>
      <dl>
        <div><dt>{here.why}</dt><dd class="answer-why">{why}</dd></div>
        <div><dt>{here.next}</dt><dd>{next({ time: momentText(Date.parse(graceEndsAt), zoneName.value, now.value) })}</dd></div>
        <div><dt>{here.who}</dt><dd>{isOverdue ? here.overdue : who}</dd></div>
      </dl>
      {hasBegun && <p class="answer-more"><Link to={`/runs?type=user_deletion&subject=${encodeURIComponent(userId)}`}>{openRun}</Link></p>}
    </section>
  );
};

const Known = ({ deletion }: { deletion: Deletion }) => {
  const words = useDeletionWords();
  const { facts, grounds, profiles } = words;
  const { userId, requestId, requestedAt, requestedBy, reason, profile, graceEndsAt, dueAt, status, extendedAt, extensionReason, startedAt, endedAt, backupsExpireAt } = deletion;
  return (
    <Facts of={[
      [facts.due, <DueDate dueAt={dueAt} status={status} />], [facts.extended, extendedAt && words.extended({ to: dayText(dueAt), on: dayText(extendedAt) })], [facts.why, extensionReason],
      [facts.requested, <Moment at={requestedAt} />], [facts.requestedBy, requestedBy === userId ? words.bySelf : <Actor id={requestedBy} />],
      [facts.ground, grounds[reason]], [facts.profile, profiles[profile] ?? profile],
      [facts.grace, !isOver(status) && startedAt === undefined && <Moment at={graceEndsAt} />],
      [facts.started, startedAt && <Moment at={startedAt} />], [facts.ended, endedAt && <Moment at={endedAt} />], [facts.backups, backupsExpireAt && <Day at={backupsExpireAt} />],
      [facts.id, <Copyable text={requestId} label={facts.id} />],
    ]} />
  );
};

/** One request: by when, how far it is, what becomes of the data, what holds it up, and its certificate. */
const DeletionView = ({ params: { requestId = '' } }: ViewProps) => {
  const words = useDeletionWords();
  const live = useLive(`deletion ${requestId}`, () => replyTo(api.GET('/deletion-requests/{id}', { params: { path: { id: requestId } } })), pace.run);
  return (
    <>
      <p class="back"><Link to="/deletions">{words.back}</Link></p>
      <Block live={live} lines={10} isPage>{(deletion) => (
        <>
          <header class="view-head">
            <h1>{deletion.person ?? words.erased} <DeletionChip status={deletion.status} /></h1>
            <Acts deletion={deletion} refresh={live.refresh} />
          </header>
          {deletion.person && <p class="hint"><PersonLink id={deletion.userId} /></p>}
          <Here deletion={deletion} />
          <Known deletion={deletion} />
          <Phases deletion={deletion} />
          <Plan deletion={deletion} />
          <HoldPanel userId={deletion.userId} hold={deletion.hold} allowedActions={deletion.allowedActions} refresh={live.refresh} />
          <RecipientsPanel deletion={deletion} refresh={live.refresh} />
          <CertificatePanel deletion={deletion} />
        </>
      )}</Block>
    </>
  );
};

export default DeletionView;
