import { isDeepStrictEqual } from 'node:util';
import { audited } from '../../adapters/audit.ts';
import { appended } from '../../adapters/event-store.ts';
import { configSet, layerStands } from '../../adapters/process-config.ts';
import { ConditionFailed, type Store, type Write } from '../../adapters/store.ts';
import { configChanged } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import { differenceBetween, flat, type ConfigChange } from '../../domain/process-config.ts';
import type { Reply, RequestOf } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { configFor, heldConfig, layersFor, type HeldConfig } from '../../kit/process-config.ts';
import { scopeOf, viewOf, type Scope } from './held-view.ts';
import type { changeConfig, rollBackConfig } from './routes.ts';

type Request = RequestOf<typeof changeConfig> | RequestOf<typeof rollBackConfig>;
type Decided = (held: HeldConfig, scope: Scope) => ConfigChange | Promise<ConfigChange>;

/**
 * What the caller decides from what holds is set in his layer: the values, their history, the event and the audit entry, or nothing of
 * it. Where all is so already nothing is written.
 * @throws Problem 409 when somebody has changed any layer since the caller looked
 */
export async function setting(request: Request, store: Store, decide: Decided): Promise<Reply> {
  const scope = scopeOf(request);
  const { workflow, tenantId } = scope;
  const held = await configFor(store, workflow, tenantId);
  if (request.body.version !== held.version) throw new Problem('stale-version');
  const seen = held.layers.at(-1);
  const set = await decide(held, scope);
  const same = isDeepStrictEqual(set, seen?.set ?? {});
  const layer = { set, changes: (seen?.changes ?? 0) + 1, changedBy: request.caller.userId, changedAt: request.now.toISOString() };
  const next = same ? held : heldConfig(workflow, [...held.layers.slice(0, -1), layer]);
  return request.commit(same ? [] : writesFor(request, { workflow, tenantId }, held, next), { status: 200, body: viewOf(scope, next, request.origin.language) })
    .catch((error: unknown) => {
      throw error instanceof ConditionFailed ? new Problem('stale-version') : error;
    });
}

function writesFor({ body: { reason }, caller, origin: { requestId }, now }: Request, { workflow: { type }, tenantId }: Scope, held: HeldConfig, next: HeldConfig): readonly Write[] {
  const layer = next.layers.at(-1);
  if (!layer) throw new Error('a change sets a layer');
  const { before, after } = differenceBetween(held.values, next.values);
  const subject = { tenantId, userId: `config-${type}` };
  const below = layersFor(tenantId).slice(0, -1);
  return [
    ...configSet({ tenantId, type, seen: held.layers.at(-1), layer, values: next.values, version: next.version, before, after, reason }),
    ...below.map((lower, position) => layerStands(lower, type, held.layers[position])),
    appended(occurrence(configChanged, { tenantId, aggregateId: subject.userId, aggregateVersion: layer.changes }, causedByRequest(requestId),
      { type, version: next.version, changed: Object.keys(flat(after)), changedBy: caller.userId }, now)),
    audited(subject, { action: 'config.changed', actor: caller.userId, correlationId: requestId, now, before, after, ...(reason && { reason }) }),
  ];
}
