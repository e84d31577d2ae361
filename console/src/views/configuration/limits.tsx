import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { Panel } from '../../parts/block.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { PendingButton } from '../../parts/pending-button.tsx';
import { may } from '../../session.ts';
import type { Config } from './acts.ts';
import { useConfigurationWords } from './words.ts';

const inMs = ['timeout', 'retryDelay'] as const;
const tried = ['timeout', 'retryAttempts', 'retryDelay', 'backoffRate'] as const;
type Limit = (typeof tried)[number];

const isTime = (name: Limit): boolean => inMs.some((each) => each === name);
const shown = (name: Limit, value: number): number => (isTime(name) ? value / 1000 : value);
const meant = (name: Limit, value: number): number => (isTime(name) ? value * 1000 : value);

/** The service never takes such a value: its refusal is the sum. */
const sumOf = async ({ type, version }: Config, name: Limit, value: number): Promise<string | undefined> => {
  const reply = await replyTo(api.PUT('/workflows/{type}/config', { params: { path: { type } }, body: { version, values: { [name]: value } } }));
  return reply.kind === 'refusal' ? reply.problem.errors?.find(({ pointer }) => pointer === `/values/${name}`)?.detail ?? reply.problem.detail : undefined;
};

const Trial = ({ config }: { config: Config }) => {
  const { limits: words } = useConfigurationWords();
  const [name, setName] = useState<Limit>('retryAttempts');
  const [value, setValue] = useState('');
  const [isWorking, setWorking] = useState(false);
  const [answer, setAnswer] = useState<string>();
  const attempt = async () => {
    if (isWorking || value === '') return;
    setWorking(true);
    const wanted = meant(name, Number(value));
    setAnswer(wanted === config.values[name] ? words.same : await sumOf(config, name, wanted));
    setWorking(false);
  };
  return (
    <form class="trial" noValidate onSubmit={(event) => { event.preventDefault(); void attempt(); }}>
      <Labelled id="trial-name" label={words.limit}>
        <select id="trial-name" value={name} onChange={(event) => setName(event.currentTarget.value as Limit)}>{tried.map((each) => <option key={each} value={each}>{words.names[each]}</option>)}</select>
      </Labelled>
      <Labelled id="trial-value" label={words.tryValue}>
        <input id="trial-value" type="number" min={0} value={value} aria-describedby="trial-answer" onInput={(event) => setValue(event.currentTarget.value)} />
      </Labelled>
      <PendingButton isPending={isWorking} pending={words.try} resting={words.try} />
      <p id="trial-answer" role="status" class="trial-answer">{answer ?? ''}</p>
    </form>
  );
};

/** What only a deployment changes, and whether another value would do. */
export const LimitsPanel = ({ config }: { config: Config }) => {
  const words = useConfigurationWords();
  const { limits } = words;
  const { values } = config;
  return (
    <Panel id="limits" title={limits.title}>
      <Facts of={[
        ...tried.map((name) => [limits.names[name], <span class="number">{shown(name, values[name])}</span>] as const),
        [limits.names.parallelTasks, values.parallelTasks ? limits.yes : limits.no], [limits.names.priority, words.priorities[values.priority]], [limits.names.deadLetterQueue, <code>{values.deadLetterQueue}</code>],
      ]} />
      <div class="panel-body">
        <p class="hint">{limits.lead}</p>
        {may('workflows:manage') && <Trial config={config} />}
      </div>
    </Panel>
  );
};
