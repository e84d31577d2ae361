import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import { replyTo } from '../../api/reply.ts';
import { stepName } from '../../names/names.ts';
import type { Act } from '../../parts/confirm.tsx';
import type { Run } from './run-data.ts';
import { useRunWords } from './words.ts';

/** What somebody asked for and the service has taken; it counts until the run has changed. */
export interface Requested { readonly name: string; readonly seen: string }

const seenIn = ({ status, changedAt, attempt }: Run): string => `${status} ${changedAt} ${attempt}`;

/** What can be done to a run. */
export const useActs = (run: Run, refresh: () => void) => {
  const words = useRunWords().act;
  const [requested, setRequested] = useState<Requested>();
  const path = { runId: run.runId };
  const after = (name: string) => () => {
    setRequested({ name, seen: seenIn(run) });
    refresh();
  };
  const retry: Act = {
    ...words.retry, onRequested: after(words.retry.name),
    run: (reason) => keyed(`retry ${run.runId}`, { reason }, (header) => replyTo(api.POST('/workflows/runs/{runId}/retry', { params: { path, header }, body: { reason } }))),
  };
  const stop: Act = {
    ...words.stop, isDestructive: true, onRequested: after(words.stop.name),
    run: (reason) => keyed(`stop ${run.runId}`, { reason }, (header) => replyTo(api.POST('/workflows/runs/{runId}/stop', { params: { path, header }, body: { reason } }))),
  };
  const skip = (undo: string): Act => ({
    ...words.skip, effect: words.skip.effect({ step: stepName(undo) }), isDestructive: true, onRequested: after(words.skip.name),
    run: (reason) => keyed(`skip ${undo} ${run.runId}`, { reason }, (header) =>
      replyTo(api.POST('/workflows/runs/{runId}/compensation/{step}/skip', { params: { path: { ...path, step: undo }, header }, body: { reason } }))),
  });
  return { retry, stop, skip, requested: requested?.seen === seenIn(run) ? requested : undefined };
};
