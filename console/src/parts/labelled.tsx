import type { ComponentChildren } from 'preact';

interface LabelledProps {
  /** Of the control inside, which is described by `<id>-hint`. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  readonly children: ComponentChildren;
}

/** Any control with its label; `wrong` says in words what to correct and takes the place of the hint. */
export const Labelled = ({ id, label, hint, wrong, children }: LabelledProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <div class="row">{children}</div>
    <p id={`${id}-hint`} class={wrong ? 'wrong' : 'hint'}>{wrong ?? hint ?? ''}</p>
  </div>
);

/** What the service says about one field of what was sent. */
export const wrongAt = (errors: readonly { readonly pointer: string; readonly detail: string }[] | undefined, pointer: string): string | undefined =>
  errors?.find((each) => each.pointer === pointer)?.detail;
