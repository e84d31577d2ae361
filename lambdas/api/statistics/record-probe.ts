import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { probeKept } from '../../adapters/revocation-probes.ts';
import { vault } from '../../adapters/vault.ts';
import { latencyOf } from '../../domain/revocation-probe.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { recordProbe } from './routes.ts';

export const handler = endpoint(recordProbe, ({ body, now, commit }) => {
  const latency = latencyOf(body);
  return commit([probeKept(latency, now)], { status: 201, body: { ...latency, measuredAt: now.toISOString() } });
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
