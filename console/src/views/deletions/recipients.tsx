import { Panel } from '../../parts/block.tsx';
import { lookOf } from '../../states/families.ts';
import { Chip } from '../../states/status-chip.tsx';
import { Moment } from '../../time/moment.tsx';
import { isOver } from './due.ts';
import type { Deletion } from './progress.tsx';
import { useDeletionWords } from './words.ts';

/** To whom data had been passed on, and whether each heard of the erasure. */
export const RecipientsPanel = ({ deletion: { recipients, status } }: { deletion: Deletion }) => {
  const words = useDeletionWords().recipients;
  return (
    <Panel id="recipients" title={words.title}>
      {recipients.length === 0 && <p class="panel-body">{isOver(status) ? words.none : words.later}</p>}
      {recipients.length > 0 && (
        <ul class="plain-list">
          {recipients.map(({ name, status: told, at }) => <li key={name}><Chip look={lookOf(told === 'TOLD' ? 'DONE' : 'FAILED')}>{words[told]}</Chip> <span>{name}</span> <Moment at={at} /></li>)}
        </ul>
      )}
    </Panel>
  );
};
