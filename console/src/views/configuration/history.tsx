import type { Live } from '../../live/live.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Block, Panel } from '../../parts/block.tsx';
import { Actor } from '../../parts/person.tsx';
import { may } from '../../session.ts';
import { Moment } from '../../time/moment.tsx';
import type { Config } from './acts.ts';
import { restoreAct } from './acts.ts';
import { differenceText } from './difference.tsx';
import { flat } from './draft.ts';
import type { History } from './settings.tsx';
import { useConfigurationWords } from './words.ts';

const Entry = ({ entry, config, changed }: { entry: History['items'][number]; config: Config; changed: () => void }) => {
  const words = useConfigurationWords();
  const { version, before, after, changedBy, changedAt, reason } = entry;
  return (
    <tr>
      <td>{words.version({ version })}{version === config.version && <span class="sub">{words.history.now}</span>}</td>
      <td><Moment at={changedAt} /> <span class="sub"><Actor id={changedBy} /></span></td>
      <td>{differenceText(flat(before), flat(after), words)}{reason && <span class="sub said">{reason}</span>}</td>
      <td>{version !== config.version && may('workflows:manage') && <ActButton act={restoreAct(config, version, words, changed)} />}</td>
    </tr>
  );
};

/** Every change, newest first, and the way back to it. */
export const HistoryPanel = ({ live, config, changed }: { live: Live<History>; config: Config; changed: () => void }) => {
  const words = useConfigurationWords();
  const { columns, history } = words;
  return (
    <Panel id="history" title={history.title}>
      <Block live={live} lines={3}>{({ items }) => (items.length === 0 ? <p class="panel-body">{history.none}</p> : (
        <table class="rows history">
          <thead><tr><th>{columns.version}</th><th>{columns.changed}</th><th>{history.change}</th><th /></tr></thead>
          <tbody>
            {items.map((entry) => <Entry key={entry.version} entry={entry} config={config} changed={changed} />)}
            <tr><td colSpan={3}>{history.first}</td><td>{may('workflows:manage') && <ActButton act={restoreAct(config, 1, words, changed)} />}</td></tr>
          </tbody>
        </table>
      ))}</Block>
    </Panel>
  );
};
