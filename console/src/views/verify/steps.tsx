import type { FunctionComponent } from 'preact';
import { useLanguage } from '../../language.tsx';
import { Check, HalfDisc } from '../../parts/glyphs.tsx';
import type { Phase } from './verification.ts';

type StepState = 'done' | 'current' | 'moving' | 'upcoming';

/** States of the second and the third step; no entry where it is not certain, or not what matters now. */
const statesIn: Readonly<Partial<Record<Phase['kind'], readonly [StepState, StepState]>>> = {
  ready: ['current', 'upcoming'],
  verified: ['done', 'moving'],
  active: ['done', 'done'],
};

const looks: Readonly<Record<StepState, { family: string; Glyph?: FunctionComponent }>> = {
  done: { family: 'done', Glyph: Check },
  current: { family: 'moving needs-person' },
  moving: { family: 'moving under-way', Glyph: HalfDisc },
  upcoming: { family: 'quiet' },
};

const Step = ({ name, state }: { name: string; state: StepState }) => {
  const { words } = useLanguage();
  const { family, Glyph } = looks[state];
  const isHere = state !== 'done' && state !== 'upcoming';
  return (
    <li class={family} aria-current={isHere ? 'step' : undefined}>
      <span class="dot">{Glyph && <Glyph />}</span>
      <span class="step-name">{name}</span>
      <span class="step-state">{words.steps[state]}</span>
    </li>
  );
};

/** Where the registration stands: handed in, confirmed, active. */
export const Steps = ({ phase, isWorking }: { phase: Phase['kind']; isWorking: boolean }) => {
  const { words } = useLanguage();
  const states = statesIn[phase];
  if (!states) return null;
  const [confirmed, active] = states;
  return (
    <ol class="steps" aria-label={words.verify.progress}>
      <Step name={words.steps.registered} state="done" />
      <Step name={words.steps.confirmed} state={isWorking ? 'moving' : confirmed} />
      <Step name={words.steps.active} state={active} />
    </ol>
  );
};
