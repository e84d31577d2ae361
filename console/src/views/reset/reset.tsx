import type { FunctionComponent } from 'preact';
import { api } from '../../api/client.ts';
import { replyTo, type Reply } from '../../api/reply.ts';
import { useLanguage } from '../../language.tsx';
import { problemBehind } from '../../link-errand.ts';
import { Link } from '../../navigation.tsx';
import { AskForMailForm, type Account } from '../../parts/ask-for-mail-form.tsx';
import { Check, Clock, Envelope, Key, Question, Warning } from '../../parts/glyphs.tsx';
import { LinkCard } from '../../parts/link-card.tsx';
import { textAt } from '../../parts/trouble-text.ts';
import { PasswordForm } from './password-form.tsx';
import type { Phase } from './resetting.ts';
import { useResetting } from './resetting.ts';

type Act = 'set' | 'ask' | 'leave';

const looks: Readonly<Record<Phase['kind'], { family: string; Glyph: FunctionComponent; act: Act }>> = {
  ready: { family: 'moving', Glyph: Key, act: 'set' },
  weak: { family: 'moving', Glyph: Key, act: 'set' },
  trouble: { family: 'attention', Glyph: Warning, act: 'set' },
  done: { family: 'done', Glyph: Check, act: 'leave' },
  used: { family: 'attention', Glyph: Check, act: 'ask' },
  expired: { family: 'attention', Glyph: Clock, act: 'ask' },
  unknown: { family: 'attention', Glyph: Question, act: 'ask' },
  missing: { family: 'moving', Glyph: Envelope, act: 'ask' },
  requested: { family: 'moving', Glyph: Envelope, act: 'leave' },
};

const requestPasswordReset = (account: Account): Promise<Reply<unknown>> => replyTo(api.POST('/auth/request-password-reset', { body: account }));

interface NextActProps {
  readonly phase: Phase;
  readonly isWorking: boolean;
  readonly set: (password: string) => void;
  readonly onRequested: () => void;
}

const NextAct = ({ phase, isWorking, set, onRequested }: NextActProps) => {
  const { words } = useLanguage();
  const { act } = looks[phase.kind];
  if (act === 'set') return <PasswordForm phase={phase} isWorking={isWorking} onSet={set} />;
  if (act === 'ask') return <AskForMailForm texts={words.reset.ask} ask={requestPasswordReset} onSent={onRequested} />;
  return <Link class="button plain" to="/">{words.backToStart}</Link>;
};

/** What the mail of a forgotten password links to; without a link, where one is asked for. Opening it changes nothing. */
export const ResetView = () => {
  const { words } = useLanguage();
  const { phase, isWorking, set, linkRequested } = useResetting();
  const { family, Glyph } = looks[phase.kind];
  return (
    <LinkCard name="reset" family={family} Glyph={Glyph} text={textAt(phase.kind === 'weak' ? { kind: 'ready' } : phase, words.reset, words)} problem={problemBehind(phase)}
      news={phase.kind === 'weak' ? undefined : phase} working={isWorking ? words.reset.working : undefined}>
      <div class="act"><NextAct phase={phase} isWorking={isWorking} set={(password) => void set(password)} onRequested={linkRequested} /></div>
      {phase.kind === 'ready' && <p class="aside">{words.reset.note}</p>}
    </LinkCard>
  );
};
