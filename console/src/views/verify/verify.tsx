import type { FunctionComponent } from 'preact';
import { api } from '../../api/client.ts';
import { replyTo, type Reply } from '../../api/reply.ts';
import { useLanguage } from '../../language.tsx';
import { problemBehind } from '../../link-errand.ts';
import { Link } from '../../navigation.tsx';
import { AskForMailForm, type Account } from '../../parts/ask-for-mail-form.tsx';
import { Check, Clock, Envelope, Question, Warning } from '../../parts/glyphs.tsx';
import { LinkCard } from '../../parts/link-card.tsx';
import { PendingButton } from '../../parts/pending-button.tsx';
import { textAt } from '../../parts/trouble-text.ts';
import { Steps } from './steps.tsx';
import type { Phase } from './verification.ts';
import { useVerification } from './verification.ts';

type Act = 'confirm' | 'resend' | 'leave';

const looks: Readonly<Record<Phase['kind'], { family: string; Glyph: FunctionComponent; act: Act }>> = {
  ready: { family: 'moving', Glyph: Envelope, act: 'confirm' },
  trouble: { family: 'attention', Glyph: Warning, act: 'confirm' },
  verified: { family: 'done', Glyph: Check, act: 'leave' },
  active: { family: 'done', Glyph: Check, act: 'leave' },
  already: { family: 'done', Glyph: Check, act: 'leave' },
  expired: { family: 'attention', Glyph: Clock, act: 'resend' },
  unknown: { family: 'attention', Glyph: Question, act: 'resend' },
  missing: { family: 'attention', Glyph: Question, act: 'resend' },
  requested: { family: 'moving', Glyph: Envelope, act: 'leave' },
};

const resendVerification = (account: Account): Promise<Reply<unknown>> => replyTo(api.POST('/auth/resend-verification', { body: account }));

interface NextActProps {
  readonly phase: Phase['kind'];
  readonly isWorking: boolean;
  readonly confirm: () => void;
  readonly onRequested: () => void;
}

const NextAct = ({ phase, isWorking, confirm, onRequested }: NextActProps) => {
  const { words } = useLanguage();
  const { act } = looks[phase];
  const resting = phase === 'trouble' ? words.retry : words.verify.confirm;
  if (act === 'confirm') return <PendingButton isPending={isWorking} pending={words.verify.working} resting={resting} onPress={confirm} />;
  if (act === 'resend') return <AskForMailForm texts={words.verify.resend} ask={resendVerification} onSent={onRequested} />;
  return <Link class="button plain" to="/">{words.backToStart}</Link>;
};

/** What the verification mail links to. Opening it changes nothing, since mail scanners open links too. */
export const VerifyView = () => {
  const { words } = useLanguage();
  const { phase, isWorking, confirm, newMailRequested } = useVerification();
  const { family, Glyph } = looks[phase.kind];
  return (
    <LinkCard name="verify" family={family} Glyph={Glyph} text={textAt(phase, words.verify, words)} problem={problemBehind(phase)} news={phase}
      working={isWorking ? words.verify.working : undefined}>
      <Steps phase={phase.kind} isWorking={isWorking} />
      <div class="act"><NextAct phase={phase.kind} isWorking={isWorking} confirm={() => void confirm()} onRequested={newMailRequested} /></div>
      {phase.kind === 'ready' && <p class="aside">{words.verify.ready.note}</p>}
      <p class="aside">{words.verify.noPassword}</p>
    </LinkCard>
  );
};
