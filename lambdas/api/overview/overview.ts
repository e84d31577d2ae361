import { openLetters } from '../../adapters/dead-letters.ts';
import { deletionsDueBy } from '../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readLayersOf } from '../../adapters/process-config.ts';
import { readPulse, type Pulse } from '../../adapters/reconciler-pulse.ts';
import { listRuns } from '../../adapters/run-list.ts';
import { readCounted, readRunStatistics } from '../../adapters/run-statistics.ts';
import type { Store } from '../../adapters/store.ts';
import { conservationOf, seriesOf } from '../../domain/overview.ts';
import { statisticsOf, sumOf } from '../../domain/run-statistics.ts';
import { slotTimes } from '../../domain/statistics-window.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { heldConfig, layersFor } from '../../kit/process-config.ts';
import { tenantOf } from '../../kit/tenant-scope.ts';
import { workflowsHere } from '../../workflows/index.ts';
import { currentOf, readWorkOf } from '../workflows/current-steps.ts';
import { oldestOf, topCauses } from './causes.ts';
import { needsPerson } from './needs-person.ts';
import { processLine, type Retrying } from './process-line.ts';
import { overview } from './routes.ts';

const DAY_MS = 86_400_000;
const DUE_SOON_DAYS = 7;
/** As the reader's calendar counts: what is due today is not late before the day is over. */
const dayOf = (today: string | undefined, now: Date): Date => new Date(today ?? now.toISOString().slice(0, 10));

/** Everything side by side, each bounded: sums of the shards, one page of what is open, one of what is due, and a look at what is in flight. */
export const handler = endpoint(overview, async ({ query: { window = '24h', today, ...query }, caller, origin: { language }, now }, { store }) => {
  const tenantId = tenantOf(caller, query);
  const day = dayOf(today, now);
  const [ever, counted, open, due, retrying, pulse, enabled] = await Promise.all([
    readRunStatistics(store, tenantId, { window: 'all' }, now), readCounted(store, tenantId, window, now), openLetters(store, tenantId),
    deletionsDueBy(store, tenantId, new Date(day.getTime() + (DUE_SOON_DAYS + 1) * DAY_MS - 1)), retryingNow(store, tenantId), readPulse(store), enabledFor(store, tenantId)]);
  const slots = slotTimes(window, now);
  const all = statisticsOf(sumOf([...ever.values()]), []);
  return {
    status: 200, body: {
      window, at: now.toISOString(),
      needsPerson: needsPerson(all, open, due, day),
      processes: workflowsHere().map((workflow) => processLine(workflow, {
        ever: ever.get(workflow.type) ?? {}, counted: counted.filter(({ type }) => type === workflow.type), slots, retrying, enabled: enabled.get(workflow.type) ?? true,
      })),
      slots: [...slots], series: seriesOf(slots, counted), causes: topCauses(open.letters, language), conservation: conservationOf(all),
      oldest: oldestOf(open.letters, language), reconciler: pulse ? pulseView(pulse, now) : null,
    },
  };
}, () => ({ store: dynamodbStore() }));

/** So many runs are looked at: the ones that began longest ago, which are those that try again. */
const LOOKED_AT = 100;

async function retryingNow(store: Store, tenantId: string): Promise<Retrying> {
  const { items, cursor } = await listRuns(store, tenantId, { statuses: ['RUNNING', 'COMPENSATING'], order: 'oldest', limit: LOOKED_AT });
  const work = await readWorkOf(store, items);
  const types = items.filter((run) => currentOf(run, work.get(run.runId)).some(({ retrying }) => retrying)).map(({ type }) => type);
  return { types, more: cursor !== undefined };
}

async function enabledFor(store: Store, tenantId: string): Promise<ReadonlyMap<string, boolean>> {
  const layers = await readLayersOf(store, workflowsHere().map(({ type }) => type), layersFor(tenantId));
  return new Map(workflowsHere().map((workflow) => [workflow.type, heldConfig(workflow, layers.get(workflow.type) ?? []).values.enabled]));
}

/** It comes every minute; three misses are silence. */
const SILENT_AFTER_MS = 3 * 60_000;
const pulseView = ({ at, ...seen }: Pulse, now: Date) => ({ lastPassAt: at, ...seen, silent: now.getTime() - Date.parse(at) > SILENT_AFTER_MS });
