import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { inspected } from '../../kit/json-body.ts';
import { errorDocument, type FieldError } from '../../kit/problem.ts';
import { configFor } from '../../kit/process-config.ts';
import { fits, neededSeconds, slowestTaskOf, sumInWords } from '../../kit/time-limits.ts';
import { errorsIn, limitsWith } from './config-rules.ts';
import { scopeOf, type Scope } from './held-view.ts';
import { checkConfig, wantedValues, type ConfigCheck, type WantedValues } from './routes.ts';

/** A refusal is what was asked for, so it is an answer. */
export const handler = endpoint(checkConfig, async (request, { store }) => {
  const scope = scopeOf(request);
  const asked = inspected(wantedValues, request.body.values, '/values');
  if ('errors' in asked) return { status: 200, body: verdict(request, asked.errors) };
  const held = await configFor(store, scope.workflow, scope.tenantId);
  return { status: 200, body: { ...verdict(request, errorsIn(asked.data, scope.workflow, held)), arithmetic: arithmeticOf(request, asked.data, scope) } };
}, () => ({ store: dynamodbStore() }));

type Asking = Pick<RequestOf<typeof checkConfig>, 'origin'>;

const verdict = ({ origin: { language } }: Asking, errors: readonly FieldError[]): ConfigCheck =>
  ({ valid: errors.length === 0, errors: errors.map((error) => errorDocument(error, language)) });

function arithmeticOf({ origin: { language } }: Asking, wanted: WantedValues, { workflow }: Scope): ConfigCheck['arithmetic'] {
  const [limits, slowest] = [limitsWith(wanted, workflow), slowestTaskOf(workflow)];
  return { sum: sumInWords(limits, language, slowest), takes: neededSeconds(limits, slowest) * 1000, timeout: limits.timeout, fits: fits(limits, slowest) };
}
