import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../language.tsx';
import { go, within } from '../navigation.tsx';
import { chooseZone, zone } from '../time/zone.ts';
import { languageNames } from './display-settings.tsx';
import { entries, mayEnter } from './places.ts';
import { chooseTheme, themes } from './theme.ts';
import { useShellWords } from './words.ts';

interface Command { readonly name: string; readonly run: () => void }

/** Ids say what they are about: a run is called after its process and event, a user begins with `usr_`. */
const runId = /^[a-z_]+-[\w-]{8,}$/;
const userId = /^usr_[\w-]+$/;

const useCommands = (typed: string): readonly Command[] => {
  const words = useShellWords();
  const { language, choose } = useLanguage();
  const { palette, places } = words;
  const otherLanguage = language === 'en' ? 'zh-CN' : 'en';
  const otherZone = zone.value === 'utc' ? 'local' : 'utc';
  const fixed = useMemo((): readonly Command[] => [
    ...entries.filter(mayEnter).map(({ name, path }) => ({ name: palette.goTo({ place: places[name] }), run: () => go(within(path)) })),
    ...themes.map((theme) => ({ name: palette.theme({ theme: words.themes[theme] }), run: () => chooseTheme(theme) })),
    { name: palette.language({ language: languageNames[otherLanguage].full }), run: () => choose(otherLanguage) },
    { name: palette.zone({ zone: words.zones[otherZone] }), run: () => chooseZone(otherZone) },
  ], [words, otherLanguage, otherZone]);
  const text = typed.trim();
  const byId: readonly Command[] = [
    ...(runId.test(text) && !userId.test(text) ? [{ name: palette.openRun({ id: text }), run: () => go(within(`/runs/${encodeURIComponent(text)}`)) }] : []),
    ...(userId.test(text) ? [{ name: palette.runsOf({ id: text }), run: () => go(within(`/runs?subject=${encodeURIComponent(text)}`)) }] : []),
  ];
  return [...byId, ...fixed.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))];
};

/** Where to go, by typing. */
export const Palette = ({ close }: { close: () => void }) => {
  const words = useShellWords().palette;
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const commands = useCommands(typed);
  const chosen = Math.min(at, commands.length - 1);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const run = (command: Command | undefined) => {
    if (!command) return;
    dialog.current?.close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') run(commands[chosen]);
    else if (by) setAt(Math.min(Math.max(chosen + by, 0), commands.length - 1));
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} class="dialog palette" aria-label={words.title} onClose={close}>
      <input type="text" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-activedescendant={commands[chosen] ? `palette-${chosen}` : undefined}
        aria-label={words.hint} placeholder={words.hint} autoComplete="off" spellcheck={false} value={typed} onKeyDown={onKeyDown}
        onInput={(event) => { setTyped(event.currentTarget.value); setAt(0); }} />
      <ul id="palette-list" role="listbox" aria-label={words.title}>
        {commands.map((command, position) => (
          <li key={command.name} id={`palette-${position}`} role="option" aria-selected={position === chosen} onClick={() => run(command)}>{command.name}</li>
        ))}
      </ul>
      {commands.length === 0 && <p class="hint">{words.none}</p>}
    </dialog>
  );
};
