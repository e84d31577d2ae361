interface PendingButtonProps {
  readonly isPending: boolean;
  readonly pending: string;
  readonly resting: string;
  /** Without it the button submits its form. */
  readonly onPress?: () => void;
}

/** A button that says that the answer is awaited. Only called disabled, not made so: a disabled button would drop the keyboard's focus. */
export const PendingButton = ({ isPending, pending, resting, onPress }: PendingButtonProps) => (
  <button type={onPress ? 'button' : 'submit'} class="button" aria-disabled={isPending} onClick={onPress}>
    {isPending && <span class="spinner" aria-hidden="true" />}
    {isPending ? pending : resting}
  </button>
);
