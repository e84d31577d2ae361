import type { Answer } from '../../api/client.ts';
import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { processName } from '../../names/names.ts';
import { Link } from '../../navigation.tsx';
import { Block } from '../../parts/block.tsx';
import { Empty } from '../../parts/empty.tsx';
import { lookOf } from '../../states/families.ts';
import { Chip } from '../../states/status-chip.tsx';
import { Moment } from '../../time/moment.tsx';
import { useConfigurationWords } from './words.ts';

type Process = Answer<'/workflows', 'get'>['items'][number];

export const EnabledChip = ({ enabled }: { enabled: boolean }) => {
  const words = useConfigurationWords();
  return <Chip look={enabled ? lookOf('COMPLETED') : { ...lookOf('PARKED'), family: 'attention' }}>{enabled ? words.enabled : words.paused}</Chip>;
};

const Row = ({ process: { type, enabled, config, configVersion, configChangedAt } }: { process: Process }) => {
  const words = useConfigurationWords();
  const { columns } = words;
  return (
    <tr>
      <td><Link to={`/configuration/${encodeURIComponent(type)}`} class="row-link" data-row="">{processName(type)}</Link></td>
      <td><EnabledChip enabled={enabled} /></td>
      <td data-label={columns.priority}>{words.priorities[config.priority]}</td>
      <td data-label={columns.version}><span class="number">{configVersion}</span></td>
      <td data-label={columns.changed}>{configChangedAt ? <Moment at={configChangedAt} /> : words.never}</td>
    </tr>
  );
};

/** Every process, whether it is paused, and when it was last changed. */
const Configuration = () => {
  const words = useConfigurationWords();
  const { columns } = words;
  const live = useLive('processes', () => replyTo(api.GET('/workflows')), pace.list);
  return (
    <>
      <header class="view-head"><h1>{words.title}</h1></header>
      <p class="hint">{words.lead}</p>
      <Block live={live} lines={8}>{({ items }) => (items.length === 0 ? <Empty kind="nothing yet" title={words.none} /> : (
        <div class="panel">
          <table class="rows processes">
            <thead><tr><th>{columns.process}</th><th>{columns.state}</th><th>{columns.priority}</th><th>{columns.version}</th><th>{columns.changed}</th></tr></thead>
            <tbody>{items.map((process) => <Row key={process.type} process={process} />)}</tbody>
          </table>
        </div>
      ))}</Block>
    </>
  );
};

export default Configuration;
