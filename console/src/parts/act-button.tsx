import { useId, useState } from 'preact/hooks';
import type { Act } from './confirm.tsx';
import { ConfirmDialog } from './confirm.tsx';

interface ActButtonProps {
  readonly act: Act;
  /** Why it cannot be done now; the button stays and says so. */
  readonly unavailable?: string | undefined;
  readonly isPrimary?: boolean;
}

/** Something that can be done to what is shown. Nothing happens before its reason was given. */
export const ActButton = ({ act, unavailable, isPrimary = false }: ActButtonProps) => {
  const [isAsking, setAsking] = useState(false);
  const id = useId();
  const kind = `button small ${isPrimary ? '' : 'plain'} ${act.isDestructive ? 'destructive' : ''}`;
  if (unavailable !== undefined) {
    return <span class="unavailable"><button type="button" class={kind} aria-disabled="true" aria-describedby={id}>{act.name}</button><span id={id} class="why">{unavailable}</span></span>;
  }
  return (
    <>
      <button type="button" class={kind} onClick={() => setAsking(true)}>{act.name}</button>
      {isAsking && <ConfirmDialog act={act} close={() => setAsking(false)} />}
    </>
  );
};
