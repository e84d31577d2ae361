import type { Answer } from '../../api/client.ts';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import { replyTo } from '../../api/reply.ts';
import type { Act } from '../../parts/confirm.tsx';
import type { Flat } from './draft.ts';
import { nested } from './draft.ts';
import type { ConfigurationWords } from './words.ts';

export type Config = Answer<'/workflows/{type}/config', 'get'>;

export const changed = ({ type, version }: Config, values: Flat, reason: string) => {
  const body = { version, values: nested(values), reason };
  return keyed(`configure ${type}`, body, (header) => replyTo(api.PUT('/workflows/{type}/config', { params: { path: { type }, header }, body })));
};

/** Holds the process up, or lets it go on. */
export const pauseAct = (config: Config, words: ConfigurationWords, done: () => void): Act => ({
  ...(config.values.enabled ? words.pause : words.resume), onRequested: done, run: (reason) => changed(config, { enabled: !config.values.enabled }, reason),
});

export const restoreAct = ({ type, version }: Config, toVersion: number, { history: { restore } }: ConfigurationWords, done: () => void): Act => ({
  name: restore.name, effect: restore.effect({ version: toVersion }), requested: restore.requested, onRequested: done,
  run: (reason) => keyed(`restore ${type} ${version}`, { toVersion, reason }, (header) =>
    replyTo(api.POST('/workflows/{type}/config/rollback', { params: { path: { type }, header }, body: { version, toVersion, reason } }))),
});
