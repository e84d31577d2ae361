import type { ComponentChildren, TargetedSubmitEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Reply } from '../api/reply.ts';
import { useLanguage } from '../language.tsx';
import { usePartsWords } from './console-words.ts';
import { PendingButton } from './pending-button.tsx';
import { ProblemNote } from './problem-note.tsx';
import { announce } from './toasts.tsx';
import { troubleText } from './trouble-text.ts';

const shortestReason = 3;
const longestReason = 500;

export interface Act {
  /** Names what is done, on the button too: "Stop the run", never "OK". */
  readonly name: string;
  /** The effect in one sentence, and whether it can be taken back. */
  readonly effect: string;
  readonly isDestructive?: boolean;
  /** What somebody does to what is his alone nobody else has to understand later. */
  readonly asksNoReason?: true;
  /** Large or final: this has to be typed first. */
  readonly typed?: string | undefined;
  readonly run: (reason: string) => Promise<Reply<unknown>>;
  /** Said when the service has taken it; the state changes only when the service reports it. */
  readonly requested: string;
  readonly onRequested?: () => void;
}

const useConfirming = (act: Act, close: () => void) => {
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [slip, setSlip] = useState<'reason' | 'typed'>();
  const confirm = async () => {
    if (isWorking) return;
    const found = !act.asksNoReason && reason.trim().length < shortestReason ? 'reason' : act.typed !== undefined && typed.trim() !== act.typed ? 'typed' : undefined;
    setSlip(found);
    if (found) return;
    setWorking(true);
    const reply = await act.run(reason.trim());
    setWorking(false);
    if (reply.kind !== 'answer') return setFailure(reply);
    announce(act.requested);
    act.onRequested?.();
    close();
  };
  /** What is being corrected is not called wrong meanwhile. */
  const correct = (change: () => void) => {
    setSlip(undefined);
    change();
  };
  return { reason, setReason, typed, setTyped, isWorking, failure, slip, correct, confirm };
};

/** Why nothing was done, or that nobody knows whether it was. */
export const Trouble = ({ failure }: { failure: Failure }) => {
  const { words } = useLanguage();
  const own = usePartsWords().confirm;
  return (
    <div role="alert">
      <p class="wrong">{failure.kind === 'refusal' ? own.refused : troubleText(failure, own.trouble, words)}</p>
      <ProblemNote problem={failure.problem} />
    </div>
  );
};

/** Asks before something is done: what it does, and why somebody wants it. The browser keeps the focus inside and gives it back. */
export const ConfirmDialog = ({ act, close, children }: { act: Act; close: () => void; children?: ComponentChildren }) => {
  const words = usePartsWords().confirm;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { reason, setReason, typed, setTyped, isWorking, failure, slip, correct, confirm } = useConfirming(act, () => dialog.current?.close());
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void confirm();
  };
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-effect`} onClose={close}>
      <form noValidate onSubmit={submit}>
        <h2 id={`${id}-title`}>{act.name}</h2>
        <p id={`${id}-effect`}>{act.effect}</p>
        {children}
        {!act.asksNoReason && (
          <div class="field">
            <label for={`${id}-reason`}>{words.reason}</label>
            <textarea id={`${id}-reason`} rows={3} maxLength={longestReason} required value={reason} aria-invalid={slip === 'reason'}
              aria-describedby={`${id}-hint`} onInput={(event) => correct(() => setReason(event.currentTarget.value))} />
            <p id={`${id}-hint`} class={slip === 'reason' ? 'wrong' : 'hint'}>{slip === 'reason' ? words.reasonMissing : words.reasonHint}</p>
          </div>
        )}
        {act.typed !== undefined && (
          <div class="field">
            <label for={`${id}-typed`}>{words.typed({ text: act.typed })}</label>
            <div class="row"><input id={`${id}-typed`} type="text" autoComplete="off" value={typed} aria-invalid={slip === 'typed'} onInput={(event) => correct(() => setTyped(event.currentTarget.value))} /></div>
          </div>
        )}
        {failure && <Trouble failure={failure} />}
        <div class={`dialog-acts ${act.isDestructive ? 'destructive' : ''}`}>
          <PendingButton isPending={isWorking} pending={words.working} resting={act.name} />
          <button type="button" class="button plain" onClick={() => dialog.current?.close()}>{words.back}</button>
        </div>
      </form>
    </dialog>
  );
};
