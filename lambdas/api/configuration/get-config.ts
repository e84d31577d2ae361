import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { configFor } from '../../kit/process-config.ts';
import { scopeOf, viewOf } from './held-view.ts';
import { getConfig } from './routes.ts';

export const handler = endpoint(getConfig, async (request, { store }) => {
  const scope = scopeOf(request);
  return { status: 200, body: viewOf(scope, await configFor(store, scope.workflow, scope.tenantId), request.origin.language) };
}, () => ({ store: dynamodbStore() }));
