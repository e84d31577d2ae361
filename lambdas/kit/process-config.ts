import { readLayers, type ConfigLayer } from '../adapters/process-config.ts';
import type { Store } from '../adapters/store.ts';
import { withChange, type RuntimeConfig } from '../domain/process-config.ts';
import { PLATFORM } from '../domain/tenant.ts';
import { compensates, stepsOf, type WorkflowDeclaration } from './workflow.ts';

/** What holds, and the layers that it comes from: the platform's, then the tenant's own. */
export interface HeldConfig {
  /** Any change of any layer raises it. */
  readonly version: number;
  readonly values: RuntimeConfig;
  readonly layers: readonly (ConfigLayer | undefined)[];
}

/** As deployed, before anybody has changed anything. */
export const declaredConfig = (workflow: WorkflowDeclaration): RuntimeConfig => ({
  enabled: true, compensationEnabled: workflow.config.compensationEnabled, deadline: workflow.config.timeout,
  bestEffort: Object.fromEntries(stepsOf(workflow).filter(({ criticality }) => criticality === 'best effort').map(({ step }) => [step, true])),
});

/** Field by field the tenant's own value, else the platform's, else the declared one. What cannot be undone is not, whatever was set before. */
export function heldConfig(workflow: WorkflowDeclaration, layers: HeldConfig['layers']): HeldConfig {
  const values = layers.reduce((below, layer) => withChange(below, layer?.set), declaredConfig(workflow));
  return {
    version: 1 + layers.reduce((sum, layer) => sum + (layer?.changes ?? 0), 0),
    values: { ...values, compensationEnabled: values.compensationEnabled && compensates(workflow) }, layers,
  };
}

/** Whose settings hold for a tenant; for the platform itself its own alone. The last one is where its changes go. */
export const layersFor = (tenantId: string): readonly string[] => (tenantId === PLATFORM ? [PLATFORM] : [PLATFORM, tenantId]);

/** What holds for a run of the tenant that is claimed now. */
export const configFor = async (store: Store, workflow: WorkflowDeclaration, tenantId: string): Promise<HeldConfig> =>
  heldConfig(workflow, await readLayers(store, workflow.type, layersFor(tenantId)));
