import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import type { FieldError, Reply } from '../../api/reply.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { processName } from '../../names/names.ts';
import { Link } from '../../navigation.tsx';
import { ActButton } from '../../parts/act-button.tsx';
import { Block } from '../../parts/block.tsx';
import { announce } from '../../parts/toasts.tsx';
import { may } from '../../session.ts';
import type { ViewProps } from '../../shell/places.ts';
import type { Config } from './acts.ts';
import { pauseAct } from './acts.ts';
import { EnabledChip } from './configuration.tsx';
import { DifferencePanel } from './difference.tsx';
import type { Flat } from './draft.ts';
import { changesIn, flat } from './draft.ts';
import { HistoryPanel } from './history.tsx';
import { LimitsPanel } from './limits.tsx';
import type { History } from './settings.tsx';
import { SettingsPanel } from './settings.tsx';
import { useConfigurationWords } from './words.ts';

const isWholeSeconds = (value: boolean | number): boolean => typeof value === 'boolean' || (Number.isInteger(value / 1000) && value >= 1000);

type Refusal = Extract<Reply<unknown>, { readonly kind: 'refusal' }>;

const Form = ({ config, history, refresh }: { config: Config; history: History | undefined; refresh: () => void }) => {
  const words = useConfigurationWords();
  const [draft, setDraft] = useState<Flat>({});
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const held = flat(config.values);
  const changes = changesIn(held, draft);
  const wrongAt = (name: string): string | undefined => {
    const value = changes[name];
    if (value !== undefined && !isWholeSeconds(value)) return words.settings.notANumber;
    return errors.find(({ pointer }) => pointer === `/values/${name.replace('.', '/')}`)?.detail;
  };
  const refused = ({ status, problem }: Refusal) => {
    setErrors(problem.errors ?? []);
    if (status !== 409) return;
    announce(words.save.stale);
    refresh();
  };
  const clear = () => {
    setDraft({});
    setErrors([]);
  };
  const set = (name: string, value: boolean | number) => {
    setErrors([]);
    setDraft({ ...draft, [name]: value });
  };
  return (
    <>
      <SettingsPanel held={held} defaults={flat(config.defaults)} draft={draft} history={history} isReadOnly={!may('workflows:manage')} wrongAt={wrongAt} set={set} />
      {Object.keys(changes).length > 0 && (
        <DifferencePanel config={config} held={held} changes={changes} isValid={Object.values(changes).every(isWholeSeconds)} discard={clear} refused={refused}
          saved={() => { clear(); refresh(); }} />
      )}
    </>
  );
};

/** What holds for one process: its values, who changed them, and the way to change them or go back. */
const ProcessView = ({ params: { type = '' } }: ViewProps) => {
  const words = useConfigurationWords();
  const config = useLive(`config ${type}`, () => replyTo(api.GET('/workflows/{type}/config', { params: { path: { type } } })), pace.list);
  const history = useLive(`config history ${type}`, () => replyTo(api.GET('/workflows/{type}/config/history', { params: { path: { type }, query: { limit: 50 } } })), pace.overview);
  const refresh = () => {
    config.refresh();
    history.refresh();
  };
  return (
    <>
      <p class="back"><Link to="/configuration">{words.back}</Link></p>
      <Block live={config} lines={8} isPage>{(held) => (
        <>
          <header class="view-head">
            <h1>{processName(type)} <EnabledChip enabled={held.values.enabled} /><span class="sub number">{words.version({ version: held.version })}</span></h1>
            {may('workflows:manage') && <ActButton act={pauseAct(held, words, refresh)} />}
          </header>
          {held.notes.length > 0 && <ul class="notes">{held.notes.map((note) => <li key={note}>{note}</li>)}</ul>}
          <Form config={held} history={history.value} refresh={refresh} />
          <HistoryPanel live={history} config={held} changed={refresh} />
          <LimitsPanel config={held} />
        </>
      )}</Block>
    </>
  );
};

export default ProcessView;
