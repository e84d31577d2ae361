import type { ComponentChildren } from 'preact';
import { adviceOn, errorName } from '../../names/errors.ts';
import { stepName } from '../../names/names.ts';
import { Copyable } from '../../parts/copy.tsx';
import { StatusChip } from '../../states/status-chip.tsx';
import { Duration, Moment } from '../../time/moment.tsx';
import type { Run, Step } from './run-data.ts';
import { stepState } from './run-data.ts';
import { useRunWords } from './words.ts';

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => <section class="step-part"><h3>{title}</h3>{children}</section>;

const Tries = ({ step }: { step: Step }) => {
  const words = useRunWords();
  return (
    <ol class="tries">
      {step.tries.map(({ startedAt, finishedAt, error }, position) => (
        <li key={startedAt}>
          <span>{words.tryNumber({ number: position + 1 })}</span>
          <Moment at={startedAt} />
          <Duration ms={finishedAt ? Date.parse(finishedAt) - Date.parse(startedAt) : undefined} />
          {error && <span class="wrong" title={error}>{errorName(error)}</span>}
        </li>
      ))}
    </ol>
  );
};

const Output = ({ step }: { step: Step }) => {
  const words = useRunWords();
  if (!step.finishedAt && !step.skippedBecause) return <p class="faint">{words.noOutput}</p>;
  return (
    <dl class="pairs">
      {step.startedAt && <div><dt>{words.started}</dt><dd><Moment at={step.startedAt} /></dd></div>}
      {step.duration !== null && <div><dt>{words.took}</dt><dd><Duration ms={step.duration} /></dd></div>}
      {step.skippedBecause && <div><dt>{words.skippedBecause}</dt><dd>{step.skippedBecause}</dd></div>}
      {step.compensation && <div><dt>{words.undoneBy}</dt><dd title={step.compensation.step}>{stepName(step.compensation.step)}</dd></div>}
    </dl>
  );
};

/** In words what went wrong and what helps; last the name that stands in the logs. */
const WhatWentWrong = ({ error: { name, message } }: { error: NonNullable<Step['error']> }) => {
  const words = useRunWords();
  const advice = adviceOn(name);
  const known = errorName(name);
  return (
    <>
      <p class="wrong error-text">{[known, message].filter(Boolean).join(' · ')}</p>
      {advice && <p class="hint">{advice}</p>}
      {known !== name && <Copyable text={name} label={words.error} />}
    </>
  );
};

/** One step: what it was given, what came of it, and of what it failed. */
export const StepPanel = ({ run, step }: { run: Run; step: Step }) => {
  const words = useRunWords();
  const ids = ['subject', 'eventId', 'correlationId', 'tenantId'] as const;
  return (
    <aside class="panel step-panel" aria-labelledby="step-title">
      <header class="panel-head"><h2 id="step-title" title={step.step}>{stepName(step.step)}</h2><StatusChip state={stepState(step, run)} /></header>
      <div class="panel-body">
        <p class="faint">{step.criticality === 'required' ? words.required : words.bestEffort}{step.attempts > 0 && ` · ${words.tries({ count: step.attempts })}`}</p>
        <Part title={words.error}>
          {step.error ? <WhatWentWrong error={step.error} /> : <p class="faint">{words.noError}</p>}
        </Part>
        {step.tries.length > 0 && <Tries step={step} />}
        {step.startedAt !== undefined || step.skippedBecause !== undefined ? <Part title={words.output}><Output step={step} /></Part> : null}
        <Part title={words.input}>
          <dl class="pairs">{ids.map((name) => <div key={name}><dt>{words.ids[name]}</dt><dd><Copyable text={run[name]} label={words.ids[name]} /></dd></div>)}</dl>
        </Part>
      </div>
    </aside>
  );
};
