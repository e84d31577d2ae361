import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { Panel } from '../../parts/block.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { PendingButton } from '../../parts/pending-button.tsx';
import { may } from '../../session.ts';
import type { Config } from './acts.ts';
import type { ConfigurationWords } from './words.ts';
import { useConfigurationWords } from './words.ts';

const inMs = ['timeout', 'retryDelay'] as const;
const tried = ['timeout', 'retryAttempts', 'retryDelay', 'backoffRate'] as const;
type Limit = (typeof tried)[number];

const isTime = (name: Limit): boolean => inMs.some((each) => each === name);
const shown = (name: Limit, value: number): number => (isTime(name) ? value / 1000 : value);
const meant = (name: Limit, value: number): number => (isTime(name) ? value * 1000 : value);

/** What the service would say of such a value. That of now is refused by nobody, so its sum is told. */
const said = async ({ type }: Config, { name, value, words }: { name: Limit; value: number; words: ConfigurationWords['limits'] }): Promise<string> => {
  const reply = await replyTo(api.POST('/workflows/{type}/config/check', { params: { path: { type } }, body: { values: { [name]: value } } }));
  if (reply.kind !== 'answer') return words.notChecked;
  const { errors, arithmetic } = reply.value;
  return errors[0]?.detail ?? (arithmetic ? words.same({ sum: arithmetic.sum, timeout: arithmetic.timeout / 1000 }) : words.notChecked);
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
    setAnswer(await said(config, { name, value: meant(name, Number(value)), words }));
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
