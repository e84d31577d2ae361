import type { FunctionComponent } from 'preact';
import { useLanguage } from '../../language.tsx';
import { problemBehind } from '../../link-errand.ts';
import { Link } from '../../navigation.tsx';
import { Check, Clock, Key, Question, Warning } from '../../parts/glyphs.tsx';
import { LinkCard } from '../../parts/link-card.tsx';
import { PendingButton } from '../../parts/pending-button.tsx';
import { textAt } from '../../parts/trouble-text.ts';
import type { Phase } from './keeping.ts';
import { useKeeping } from './keeping.ts';

const looks: Readonly<Record<Phase['kind'], { family: string; Glyph: FunctionComponent; act: 'keep' | 'leave' }>> = {
  ready: { family: 'moving', Glyph: Key, act: 'keep' },
  trouble: { family: 'attention', Glyph: Warning, act: 'keep' },
  done: { family: 'done', Glyph: Check, act: 'leave' },
  late: { family: 'attention', Glyph: Clock, act: 'leave' },
  unknown: { family: 'attention', Glyph: Question, act: 'leave' },
  missing: { family: 'attention', Glyph: Question, act: 'leave' },
};

/** What the mails about a deletion link to while it can be taken back. Opening it changes nothing: programs that open links must not decide this. */
export const KeepAccountView = () => {
  const { words } = useLanguage();
  const { phase, isWorking, keep } = useKeeping();
  const { family, Glyph, act } = looks[phase.kind];
  return (
    <LinkCard name="keep-account" family={family} Glyph={Glyph} text={textAt(phase, words.keepAccount, words)} problem={problemBehind(phase)} news={phase}
      working={isWorking ? words.keepAccount.working : undefined}>
      <div class="act">
        {act === 'keep'
          ? <PendingButton isPending={isWorking} pending={words.keepAccount.working} resting={phase.kind === 'trouble' ? words.retry : words.keepAccount.keep} onPress={() => void keep()} />
          : <Link class="button plain" to="/">{words.backToStart}</Link>}
      </div>
      {phase.kind === 'ready' && <p class="aside">{words.keepAccount.note}</p>}
    </LinkCard>
  );
};
