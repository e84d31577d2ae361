import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import type { Reply } from '../../api/reply.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { Panel } from '../../parts/block.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import type { Config } from './acts.ts';
import { changed } from './acts.ts';
import type { Flat } from './draft.ts';
import { settingName, valueText } from './values.ts';
import type { ConfigurationWords } from './words.ts';
import { useConfigurationWords } from './words.ts';

export const differenceText = (before: Flat, after: Flat, words: ConfigurationWords): string =>
  Object.entries(after).map(([name, value]) => words.difference.one({ name: settingName(name, words), from: valueText(before[name], words), to: valueText(value, words) })).join(' · ');

interface DifferenceProps {
  readonly config: Config;
  readonly held: Flat;
  readonly changes: Flat;
  readonly isValid: boolean;
  readonly discard: () => void;
  readonly saved: () => void;
  readonly refused: (reply: Extract<Reply<unknown>, { readonly kind: 'refusal' }>) => void;
}

/** What would become another and what that means for runs in flight, before anything is saved. */
export const DifferencePanel = ({ config, held, changes, isValid, discard, saved, refused }: DifferenceProps) => {
  const words = useConfigurationWords();
  const { difference, save } = words;
  const [isAsking, setAsking] = useState(false);
  const { type } = config;
  const { value } = useLive(`in flight ${type}`, () => replyTo(api.GET('/workflows/statistics', { params: { query: { type, window: 'all' } } })), pace.overview);
  const run = async (reason: string) => {
    const reply = await changed(config, changes, reason);
    if (reply.kind === 'refusal') refused(reply);
    return reply;
  };
  return (
    <Panel id="difference" title={difference.title} class="is-draft">
      <table class="rows difference">
        <thead><tr><th>{words.settings.name}</th><th>{difference.from}</th><th>{difference.to}</th></tr></thead>
        <tbody>{Object.entries(changes).map(([name, after]) => (
          <tr key={name}><td>{settingName(name, words)}</td><td data-label={difference.from}><del>{valueText(held[name], words)}</del></td><td data-label={difference.to}><ins>{isValid ? valueText(after, words) : '—'}</ins></td></tr>
        ))}</tbody>
      </table>
      <div class="panel-body">
        {value && <p>{difference.inFlight({ count: value.runningWorkflows })}</p>}
        <div class="acts">
          <button type="button" class="button small" aria-disabled={!isValid} onClick={() => { if (isValid) setAsking(true); }}>{save.name}</button>
          <button type="button" class="button plain small" onClick={discard}>{difference.discard}</button>
        </div>
      </div>
      {isAsking && <ConfirmDialog close={() => setAsking(false)} act={{ name: save.name, effect: save.effect({ changes: differenceText(held, changes, words) }), requested: save.requested, run, onRequested: saved }} />}
    </Panel>
  );
};
