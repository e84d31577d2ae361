import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import type { Live } from '../../live/live.ts';
import { pace, useLive } from '../../live/live.ts';
import { processName } from '../../names/names.ts';
import { Link, query } from '../../navigation.tsx';
import { Block, Panel } from '../../parts/block.tsx';
import { Copyable } from '../../parts/copy.tsx';
import { may } from '../../session.ts';
import type { ViewProps } from '../../shell/places.ts';
import { Chip } from '../../states/status-chip.tsx';
import { lookOf } from '../../states/families.ts';
import { Counting, Duration, Moment } from '../../time/moment.tsx';
import { RunState } from '../runs/run-state.tsx';
import { useActs } from './acts.ts';
import { Answer } from './answer.tsx';
import { Compensation } from './compensation.tsx';
import { Events, Raw } from './events.tsx';
import { Gantt } from './gantt.tsx';
import { Graph } from './graph.tsx';
import type { Processes, Run } from './run-data.ts';
import { isCompensated, likelyStep } from './run-data.ts';
import { StepPanel } from './step-panel.tsx';
import { useRunWords } from './words.ts';

const linesWhileLoading = 8;

const Facts = ({ run }: { run: Run }) => {
  const words = useRunWords();
  return (
    <dl class="facts-line">
      <div><dt>{words.subject}</dt><dd><Link to={`/runs?subject=${encodeURIComponent(run.subject)}`} title={words.runsOfSubject}><code>{run.subject}</code></Link> {may('users:read') && run.subject.startsWith('usr_') && <Link to={`/people/${encodeURIComponent(run.subject)}`}>{words.person}</Link>}</dd></div>
      <div><dt>{words.started}</dt><dd><Moment at={run.startedAt} /></dd></div>
      <div><dt>{run.finishedAt ? words.took : words.goingFor}</dt><dd>{run.finishedAt ? <Duration ms={run.duration} /> : <Counting since={run.startedAt} />}</dd></div>
      <div><dt>{words.ids.runId}</dt><dd><Copyable text={run.runId} label={words.ids.runId} /></dd></div>
      {run.attempt > 1 && <div><dd>{words.attempt({ attempt: run.attempt })}</dd></div>}
      {run.executionUrl && <div><dd><a href={run.executionUrl} target="_blank" rel="noreferrer">{words.execution}</a></dd></div>}
      {run.compensationUrl && <div><dd><a href={run.compensationUrl} target="_blank" rel="noreferrer">{words.compensationExecution}</a></dd></div>}
    </dl>
  );
};

const GraphOf = ({ run, processes, selected }: { run: Run; processes: Live<Processes>; selected: string | undefined }) => {
  const words = useRunWords();
  const process = processes.value?.items.find(({ type }) => type === run.type);
  if (process) return <Graph run={run} process={process} selected={selected} />;
  return <Panel title={words.graph} id="graph"><Block live={processes} lines={linesWhileLoading}>{() => <p class="panel-body faint">{words.notDeclared}</p>}</Block></Panel>;
};

const RunShown = ({ run, processes, refresh }: { run: Run; processes: Live<Processes>; refresh: () => void }) => {
  const words = useRunWords();
  const acts = useActs(run, refresh);
  const selected = query.value.get('step') ?? likelyStep(run);
  const step = run.steps.find((each) => each.step === selected);
  return (
    <>
      <p class="back"><Link to="/runs">{words.allRuns}</Link></p>
      <div class="view-head">
        <div class="title-line">
          <h1>{processName(run.type)}</h1><RunState run={run} />
          {acts.requested && <Chip look={{ ...lookOf('WAITING'), family: 'quiet' }}>{words.requested({ act: acts.requested.name })}</Chip>}
        </div>
      </div>
      <Facts run={run} />
      <Answer run={run} acts={acts} />
      <div class="run-columns">
        <div class="run-main">
          <GraphOf run={run} processes={processes} selected={selected} />
          <Gantt run={run} selected={selected} />
          {isCompensated(run) && <Compensation run={run} acts={acts} />}
          <Events run={run} />
          <Raw run={run} />
        </div>
        {step && <StepPanel run={run} step={step} />}
      </div>
    </>
  );
};

/** One run, watched live: why it is where it is, what happens next, and everything that belongs to it. */
const RunView = ({ params: { runId = '' } }: ViewProps) => {
  const words = useRunWords();
  const processes = useLive('processes', () => replyTo(api.GET('/workflows')), undefined);
  const run = useLive(`run ${runId}`, () => replyTo(api.GET('/workflows/runs/{runId}', { params: { path: { runId } } })), pace.run);
  if (run.failure?.kind === 'refusal' && run.failure.status === 404) {
    return <><p class="back"><Link to="/runs">{words.allRuns}</Link></p><div class="view-head"><h1>{words.notFound.title}</h1></div><p>{words.notFound.lead}</p></>;
  }
  return (
    <Block live={run} lines={linesWhileLoading} isPage>
      {(value) => <RunShown run={value} processes={processes} refresh={run.refresh} />}
    </Block>
  );
};

export default RunView;
