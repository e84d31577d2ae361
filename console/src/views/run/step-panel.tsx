import type { ComponentChildren } from 'preact';
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
          {error && <span class="wrong">{error}</span>}
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
      <div><dt>{words.took}</dt><dd><Duration ms={step.duration} /></dd></div>
      {step.skippedBecause && <div><dt>{words.skippedBecause}</dt><dd>{step.skippedBecause}</dd></div>}
      {step.compensation && <div><dt>{words.undoneBy}</dt><dd title={step.compensation.step}>{stepName(step.compensation.step)}</dd></div>}
    </dl>
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
        <p class="faint">{step.criticality === 'required' ? words.required : words.bestEffort} · {words.tries({ count: step.attempts })}</p>
        <Part title={words.error}>
          {step.error ? <p class="wrong error-text">{[step.error.name, step.error.message].filter(Boolean).join(': ')}</p> : <p class="faint">{words.noError}</p>}
        </Part>
        {step.tries.length > 0 && <Tries step={step} />}
        <Part title={words.output}><Output step={step} /></Part>
        <Part title={words.input}>
          <dl class="pairs">{ids.map((name) => <div key={name}><dt>{words.ids[name]}</dt><dd><Copyable text={run[name]} label={words.ids[name]} /></dd></div>)}</dl>
        </Part>
      </div>
    </aside>
  );
};
