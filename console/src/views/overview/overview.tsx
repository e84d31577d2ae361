import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { Link, tenantInView, withQuery } from '../../navigation.tsx';
import { Block } from '../../parts/block.tsx';
import { midnight } from '../../time/midnight.ts';
import { zoneName } from '../../time/zone.ts';
import { Causes, Pulse, Sum } from './causes.tsx';
import { Durations, Throughput } from './charts.tsx';
import { NeedsPerson } from './needs-person.tsx';
import { windowNow, windows } from './overview-data.ts';
import { Processes } from './processes.tsx';
import { Tasks } from './tasks.tsx';
import { useOverviewWords } from './words.ts';

const linesWhileLoading = 12;

const WindowChoice = () => {
  const words = useOverviewWords();
  return (
    <span class="segmented" role="group" aria-label={words.window}>
      {windows.map((each) => <Link key={each} stays to={withQuery({ window: each === '24h' ? undefined : each })} aria-current={each === windowNow() ? 'true' : undefined}>{words.windows[each]}</Link>)}
    </span>
  );
};

/** What is wrong, how the processes fare, and whether everything is accounted for. */
const Overview = () => {
  const words = useOverviewWords();
  const window = windowNow();
  const tenant = tenantInView.value;
  const live = useLive(`overview ${window}`, () => replyTo(api.GET('/workflows/overview', { params: { query: { window, today: new Date(midnight(Date.now(), zoneName.value)).toISOString(), ...(tenant && { tenant }) } } })), pace.overview);
  return (
    <>
      <div class="view-head"><h1>{words.title}</h1><WindowChoice /></div>
      <Block live={live} lines={linesWhileLoading}>
        {(data) => (
          <>
            <NeedsPerson data={data} />
            <Processes data={data} />
            <div class="halves"><Causes data={data} /><div><Sum data={data} /><Pulse data={data} /></div></div>
            <div class="halves"><Throughput data={data} /><Durations data={data} /></div>
            <Tasks data={data} />
          </>
        )}
      </Block>
    </>
  );
};

export default Overview;
