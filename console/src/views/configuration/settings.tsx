import type { Answer } from '../../api/client.ts';
import { Panel } from '../../parts/block.tsx';
import { Actor } from '../../parts/person.tsx';
import { Moment } from '../../time/moment.tsx';
import type { Flat } from './draft.ts';
import { flat, stepOf } from './draft.ts';
import { settingName, valueText } from './values.ts';
import { useConfigurationWords } from './words.ts';

export type History = Answer<'/workflows/{type}/config/history', 'get'>;

interface SettingsProps {
  readonly held: Flat;
  readonly defaults: Flat;
  readonly draft: Flat;
  readonly history: History | undefined;
  readonly isReadOnly: boolean;
  readonly wrongAt: (name: string) => string | undefined;
  readonly set: (name: string, value: boolean | number) => void;
}

const Switch = ({ id, on, isReadOnly, set }: { id: string; on: boolean; isReadOnly: boolean; set: (on: boolean) => void }) => {
  const { settings: words } = useConfigurationWords();
  return <label class="switch"><input id={id} type="checkbox" checked={on} disabled={isReadOnly} aria-describedby={`${id}-hint`} onChange={(event) => set(event.currentTarget.checked)} />{on ? words.on : words.off}</label>;
};

const LastChange = ({ name, history }: { name: string; history: History | undefined }) => {
  const { settings: words } = useConfigurationWords();
  const last = history?.items.find(({ after }) => name in flat(after));
  return last ? <><Actor id={last.changedBy} /> <span class="sub"><Moment at={last.changedAt} /></span></> : <>{words.byDefault}</>;
};

/** Pausing has a button of its own. */
const inForm = (name: string): boolean => name !== 'enabled';

/** Every setting with its value, its default and who changed it last; nothing is sent from here. */
export const SettingsPanel = ({ held, defaults, draft, history, isReadOnly, wrongAt, set }: SettingsProps) => {
  const words = useConfigurationWords();
  const { settings } = words;
  return (
    <Panel id="settings" title={settings.title}>
      <table class="rows settings-table">
        <thead><tr><th>{settings.name}</th><th>{settings.value}</th><th>{settings.standard}</th><th>{settings.changed}</th></tr></thead>
        <tbody>
          {Object.entries(held).filter(([name]) => inForm(name)).map(([name, value]) => {
            const now = draft[name] ?? value;
            const id = `setting-${name}`;
            const wrong = wrongAt(name);
            return (
              <tr key={name} class={now === value ? '' : 'is-changed'}>
                <td>
                  <label for={id}>{settingName(name, words)}</label>
                  <span id={`${id}-hint`} class={wrong ? 'wrong' : 'sub'}>{wrong ?? (stepOf(name) ? settings.bestEffortHint : settings.hints[name as keyof typeof settings.hints])}</span>
                </td>
                <td class="field">
                  {typeof now === 'boolean' ? <Switch id={id} on={now} isReadOnly={isReadOnly} set={(on) => set(name, on)} />
                    : <input id={id} type="number" min={1} step={1} disabled={isReadOnly} value={Number.isNaN(now) ? '' : now / 1000} aria-invalid={wrong !== undefined} aria-describedby={`${id}-hint`}
                      onInput={(event) => set(name, event.currentTarget.valueAsNumber * 1000)} />}
                </td>
                <td data-label={settings.standard}>{valueText(defaults[name], words)}</td>
                <td data-label={settings.changed}><LastChange name={name} history={history} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
};
