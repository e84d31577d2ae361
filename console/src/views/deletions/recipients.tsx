import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import { replyTo } from '../../api/reply.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Panel } from '../../parts/block.tsx';
import { may } from '../../session.ts';
import { lookOf } from '../../states/families.ts';
import { Chip } from '../../states/status-chip.tsx';
import { Moment } from '../../time/moment.tsx';
import { isOver } from './due.ts';
import type { Deletion } from './progress.tsx';
import { useDeletionWords } from './words.ts';

type Recipient = Deletion['recipients'][number];
const LastHeard = ({ acknowledgedAt, toldAt, notReachedAt }: Recipient) => {
  const at = acknowledgedAt ?? toldAt ?? notReachedAt;
  return at === undefined ? null : <Moment at={at} />;
};

const told = (id: string, recipient: number, reason: string) => keyed(`tell ${id} ${recipient}`, reason, (header) =>
  replyTo(api.POST('/deletion-requests/{id}/recipients/{recipient}/told', { params: { path: { id, recipient }, header }, body: { reason } })));

/** To whom data had been passed on, and whether each heard of the erasure. */
export const RecipientsPanel = ({ deletion: { requestId, recipients, status }, refresh }: { deletion: Deletion; refresh: () => void }) => {
  const words = useDeletionWords().recipients;
  return (
    <Panel id="recipients" title={words.title}>
      {recipients.length === 0 && <p class="panel-body">{isOver(status) ? words.none : words.later}</p>}
      {recipients.length > 0 && (
        <ul class="plain-list">
          {recipients.map((recipient) => (
            <li key={recipient.nth}>
              <Chip look={lookOf(recipient.status === 'NOT_REACHED' ? 'FAILED' : 'DONE')}>{words[recipient.status]}</Chip> <span>{recipient.name}</span>
              {' '}<LastHeard {...recipient} />{recipient.reason !== undefined && <q class="reason">{recipient.reason}</q>}
              {recipient.status === 'NOT_REACHED' && may('users:delete') && <ActButton act={{ ...words.tell, run: (reason) => told(requestId, recipient.nth, reason), onRequested: refresh }} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};
