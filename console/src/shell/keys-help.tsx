import { useLayoutEffect, useRef } from 'preact/hooks';
import { letters } from './keys.ts';
import { entries, mayEnter } from './places.ts';
import { useShellWords } from './words.ts';

export const KeysHelp = ({ close }: { close: () => void }) => {
  const words = useShellWords();
  const { keys, places } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const lines: readonly (readonly [string, string])[] = [
    ['⌘K', keys.palette], ['/', keys.filter], ['j  k', keys.rows], ['Enter', keys.open], ['Esc', keys.leave],
    ...entries.filter(mayEnter).map(({ name }) => [`g ${letters[name]}`, keys.goTo({ place: places[name] })] as const), ['?', keys.help],
  ];
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">{keys.title}</h2>
      <dl class="keys">{lines.map(([key, meaning]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{meaning}</dd></div>)}</dl>
      <p class="hint">{keys.note}</p>
      <div class="dialog-acts"><button type="button" class="button plain" onClick={() => dialog.current?.close()}>{keys.close}</button></div>
    </dialog>
  );
};
