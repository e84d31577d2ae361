import type { FunctionComponent } from 'preact';
import { useLanguage } from '../../language.tsx';
import { problemBehind } from '../../link-errand.ts';
import { Check, Key, Question, Warning } from '../../parts/glyphs.tsx';
import { LinkCard } from '../../parts/link-card.tsx';
import { PendingButton } from '../../parts/pending-button.tsx';
import { textAt } from '../../parts/trouble-text.ts';
import type { Phase } from './acknowledging.ts';
import { useAcknowledging } from './acknowledging.ts';

const looks: Readonly<Record<Phase['kind'], { family: string; Glyph: FunctionComponent }>> = {
  ready: { family: 'moving', Glyph: Key },
  trouble: { family: 'attention', Glyph: Warning },
  done: { family: 'done', Glyph: Check },
  unknown: { family: 'attention', Glyph: Question },
  missing: { family: 'attention', Glyph: Question },
};

/** What the notice of a deletion links to. Whoever comes has no account here, and opening it changes nothing. */
export const AcknowledgeView = () => {
  const { words } = useLanguage();
  const { phase, isWorking, acknowledge } = useAcknowledging();
  const { family, Glyph } = looks[phase.kind];
  return (
    <LinkCard name="acknowledge" family={family} Glyph={Glyph} text={textAt(phase, words.acknowledge, words)} problem={problemBehind(phase)} news={phase}
      working={isWorking ? words.acknowledge.working : undefined}>
      {(phase.kind === 'ready' || phase.kind === 'trouble') && (
        <div class="act">
          <PendingButton isPending={isWorking} pending={words.acknowledge.working} resting={phase.kind === 'trouble' ? words.retry : words.acknowledge.acknowledge} onPress={() => void acknowledge()} />
        </div>
      )}
      {phase.kind === 'ready' && <p class="aside">{words.acknowledge.note}</p>}
    </LinkCard>
  );
};
