import type { ConfigLayer } from '../../adapters/process-config.ts';
import { PLATFORM } from '../../domain/tenant.ts';
import { changeable } from '../../domain/process-config.ts';
import type { Language } from '../../domain/language.ts';
import type { Caller } from '../../kit/authentication.ts';
import { Problem } from '../../kit/problem.ts';
import { heldConfig, type HeldConfig } from '../../kit/process-config.ts';
import { administersPlatform } from '../../kit/tenant-scope.ts';
import type { WorkflowDeclaration } from '../../kit/workflow.ts';
import { workflowsHere } from '../../workflows/index.ts';
import { notesOf } from './config-texts.ts';
import type { ConfigView } from './routes.ts';

export interface Asked { readonly params: { readonly type: string }; readonly query: { readonly scope?: 'platform' | undefined }; readonly caller: Caller }
export interface Scope { readonly workflow: WorkflowDeclaration; readonly tenantId: string }

/** Which process a request is about, and whose settings of it: the caller's tenant's, or what holds for every tenant. */
export function scopeOf({ params: { type }, query: { scope }, caller }: Asked): Scope {
  if (scope === 'platform' && !administersPlatform(caller)) throw new Problem('forbidden');
  const workflow = workflowsHere().find((each) => each.type === type);
  if (!workflow) throw new Problem('not-found');
  return { workflow, tenantId: scope === 'platform' ? PLATFORM : caller.tenantId };
}

export function viewOf({ workflow }: Pick<Scope, 'workflow'>, { version, values, layers }: HeldConfig, language: Language): ConfigView {
  const own = layers.at(-1);
  const latest = layers.filter((layer) => layer !== undefined)
    .reduce<ConfigLayer | undefined>((one, other) => (one && one.changedAt > other.changedAt ? one : other), undefined);
  return {
    type: workflow.type, version, values: { ...workflow.config, ...values, bestEffort: { ...values.bestEffort } }, changeable: [...changeable], defaults: heldConfig(workflow, []).values,
    changedBy: (latest === own ? latest?.changedBy : PLATFORM) ?? null, changedAt: latest?.changedAt ?? null,
    notes: [...notesOf(workflow, values, language)],
  };
}
