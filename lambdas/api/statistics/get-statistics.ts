import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readLatestProbe } from '../../adapters/revocation-probes.ts';
import { readRunStatistics } from '../../adapters/run-statistics.ts';
import { statisticsOf, sumOf, type Counters } from '../../domain/run-statistics.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { tenantOf } from '../../kit/tenant-scope.ts';
import { stepsOf } from '../../kit/workflow.ts';
import { workflows } from '../../workflows/index.ts';
import { getStatistics } from './routes.ts';

export const handler = endpoint(getStatistics, async ({ query: { type, window = 'all', ...query }, caller, now }, { store }) => {
  if (type !== undefined && !workflows.some((each) => each.type === type)) throw new Problem('invalid-request', [{ pointer: '/type', code: 'not-allowed' }]);
  const [counted, revocation] = await Promise.all([readRunStatistics(store, tenantOf(caller, query), { type, window }, now), readLatestProbe(store)]);
  return { status: 200, body: { window, ...viewOf(counted, type), revocation: revocation ?? null } };
}, () => ({ store: dynamodbStore() }));

/** Every declared process is there, also one that never ran, and whatever else was counted: the parts make the whole. */
function viewOf(counted: ReadonlyMap<string, Counters>, type: string | undefined) {
  const steps = new Map(workflows.filter((each) => type === undefined || each.type === type).map((each) => [each.type, stepsOf(each).map(({ step }) => step)]));
  const types = [...new Set([...steps.keys(), ...counted.keys()])];
  return {
    ...statisticsOf(sumOf([...counted.values()]), [...steps.values()].flat()),
    byType: Object.fromEntries(types.map((each) => [each, statisticsOf(counted.get(each) ?? {}, steps.get(each) ?? [])])),
  };
}
