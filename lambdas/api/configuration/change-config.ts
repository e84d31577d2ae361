import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { vault } from '../../adapters/vault.ts';
import { layerFor, withChange } from '../../domain/process-config.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { heldConfig } from '../../kit/process-config.ts';
import { errorsIn } from './config-rules.ts';
import { changeConfig } from './routes.ts';
import { setting } from './setting.ts';

export const handler = endpoint(changeConfig, (request, { store }) => setting(request, store, (held, { workflow }) => {
  const { values: wanted } = request.body;
  const errors = errorsIn(wanted, workflow, held);
  if (errors.length > 0) throw new Problem('invalid-request', errors);
  const below = heldConfig(workflow, held.layers.slice(0, -1)).values;
  return layerFor(withChange(held.values, wanted), { own: held.layers.at(-1)?.set ?? {}, held: held.values, below });
}), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
