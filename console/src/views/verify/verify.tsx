import type { FunctionComponent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Trouble } from '../../api.ts';
import { useLanguage } from '../../language.tsx';
import { Link } from '../../navigation.tsx';
import { Check, Clock, Envelope, Question, Warning } from '../../parts/glyphs.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import type { Words } from '../../words/zh-cn.ts';
import { ResendForm } from './resend-form.tsx';
import { Steps } from './steps.tsx';
import type { Phase } from './verification.ts';
import { useVerification } from './verification.ts';

type Act = 'confirm' | 'resend' | 'leave';

const looks: Readonly<Record<Phase['kind'], { family: string; Glyph: FunctionComponent; act: Act }>> = {
  ready: { family: 'moving', Glyph: Envelope, act: 'confirm' },
  working: { family: 'moving', Glyph: Envelope, act: 'confirm' },
  trouble: { family: 'attention', Glyph: Warning, act: 'confirm' },
  verified: { family: 'done', Glyph: Check, act: 'leave' },
  active: { family: 'done', Glyph: Check, act: 'leave' },
  already: { family: 'done', Glyph: Check, act: 'leave' },
  expired: { family: 'attention', Glyph: Clock, act: 'resend' },
  unknown: { family: 'attention', Glyph: Question, act: 'resend' },
  missing: { family: 'attention', Glyph: Question, act: 'resend' },
  requested: { family: 'moving', Glyph: Envelope, act: 'leave' },
};

const troubleText = ({ cause, retryAfterSeconds }: Trouble, words: Words['verify']['trouble']) => {
  if (cause === 'busy' && retryAfterSeconds) return words.busyFor({ seconds: retryAfterSeconds });
  return words[cause];
};

const textOf = (phase: Phase, words: Words['verify']): { heading: string; lead: string } => {
  if (phase.kind === 'trouble') return { heading: words.trouble.heading, lead: troubleText(phase.trouble, words.trouble) };
  return phase.kind === 'working' ? words.ready : words[phase.kind];
};

const problemIn = (phase: Phase) => {
  if (phase.kind === 'trouble') return phase.trouble.problem;
  return 'problem' in phase ? phase.problem : undefined;
};

const ConfirmButton = ({ phase, onPress }: { phase: Phase['kind']; onPress: () => void }) => {
  const { words } = useLanguage();
  const isWorking = phase === 'working';
  const resting = phase === 'trouble' ? words.verify.retry : words.verify.confirm;
  // Only called disabled, not made so: a disabled button would drop the keyboard's focus.
  return (
    <button type="button" class="button" aria-disabled={isWorking} onClick={onPress}>
      {isWorking && <span class="spinner" aria-hidden="true" />}
      {isWorking ? words.verify.working : resting}
    </button>
  );
};

interface NextActProps {
  readonly phase: Phase['kind'];
  readonly confirm: () => void;
  readonly onRequested: () => void;
}

const NextAct = ({ phase, confirm, onRequested }: NextActProps) => {
  const { words } = useLanguage();
  const { act } = looks[phase];
  if (act === 'confirm') return <ConfirmButton phase={phase} onPress={confirm} />;
  if (act === 'resend') return <ResendForm onSent={onRequested} />;
  return <Link class="button plain" to="/">{words.backToStart}</Link>;
};

/** What the verification mail links to. Opening it changes nothing, since mail scanners open links too. */
export const VerifyView = () => {
  const { language, words } = useLanguage();
  const { phase, confirm, newMailRequested } = useVerification(language);
  const heading = useRef<HTMLHeadingElement>(null);
  const arrival = useRef(phase.kind);
  useLayoutEffect(() => {
    if (phase.kind !== arrival.current && phase.kind !== 'working') heading.current?.focus();
  }, [phase]);
  const { family, Glyph } = looks[phase.kind];
  const text = textOf(phase, words.verify);
  return (
    <section class="card narrow" aria-labelledby="verify-heading">
      <div class={`badge ${family}`}><Glyph /></div>
      <h1 id="verify-heading" ref={heading} tabIndex={-1} aria-describedby="verify-lead">{text.heading}</h1>
      <p id="verify-lead" class="lead">{text.lead}</p>
      <ProblemNote problem={problemIn(phase)} />
      <Steps phase={phase.kind} />
      <div class="act"><NextAct phase={phase.kind} confirm={() => void confirm()} onRequested={newMailRequested} /></div>
      {phase.kind === 'ready' && <p class="aside">{words.verify.ready.note}</p>}
      <p class="aside">{words.verify.noPassword}</p>
      <p class="unseen" role="status">{phase.kind === 'working' ? words.verify.working : ''}</p>
    </section>
  );
};
