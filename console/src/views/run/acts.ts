import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { stepName } from '../../names/names.ts';
import type { Act } from '../../parts/confirm.tsx';
import type { Run } from './run-data.ts';
import { useRunWords } from './words.ts';

/** What somebody asked for and the service has taken; it counts until the run has changed. */
export interface Requested { readonly name: string; readonly seen: string }

const seenIn = ({ status, changedAt, attempt }: Run): string => `${status} ${changedAt} ${attempt}`;

/** What can be done to a run, each under one key: trying again after trouble asks for the same thing, not for another. */
export const useActs = (run: Run, refresh: () => void) => {
  const words = useRunWords().act;
  const [requested, setRequested] = useState<Requested>();
  const path = { runId: run.runId };
  const params = { path, header: { 'Idempotency-Key': crypto.randomUUID() } };
  const after = (name: string) => () => {
    setRequested({ name, seen: seenIn(run) });
    refresh();
  };
  const retry: Act = { ...words.retry, run: (reason) => replyTo(api.POST('/workflows/runs/{runId}/retry', { params, body: { reason } })), onRequested: after(words.retry.name) };
  const stop: Act = { ...words.stop, isDestructive: true, run: (reason) => replyTo(api.POST('/workflows/runs/{runId}/stop', { params, body: { reason } })), onRequested: after(words.stop.name) };
  const skip = (undo: string): Act => ({
    ...words.skip, effect: words.skip.effect({ step: stepName(undo) }), isDestructive: true, onRequested: after(words.skip.name),
    run: (reason) => replyTo(api.POST('/workflows/runs/{runId}/compensation/{step}/skip', { params: { ...params, path: { ...path, step: undo } }, body: { reason } })),
  });
  return { retry, stop, skip, requested: requested?.seen === seenIn(run) ? requested : undefined };
};
