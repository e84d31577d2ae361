import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { layerAsOf } from '../../adapters/process-config.ts';
import { vault } from '../../adapters/vault.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { rollBackConfig } from './routes.ts';
import { setting } from './setting.ts';

/** What the caller's layer had set then is set again; what was changed for every tenant meanwhile stays. */
export const handler = endpoint(rollBackConfig, (request, { store }) => setting(request, store, ({ version }, { workflow, tenantId }) => {
  const { toVersion } = request.body;
  if (toVersion > version) throw new Problem('invalid-request', [{ pointer: '/toVersion', code: 'too-big' }]);
  return layerAsOf(store, tenantId, workflow.type, toVersion);
}), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
