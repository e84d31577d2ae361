import type { ComponentChildren } from 'preact';

interface FieldProps {
  readonly name: string;
  readonly inputMode: 'text' | 'email';
  readonly autoComplete: 'organization' | 'email' | 'username' | 'new-password' | 'current-password';
  readonly type?: 'text' | 'password';
  /** Stands beside the input, at its end. */
  readonly children?: ComponentChildren;
  readonly label: string;
  readonly hint: string;
  readonly wrong: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A labelled input; `wrong` says in words what to correct and takes the place of the hint. */
export const Field = ({ label, hint, wrong, onChange, children, type = 'text', ...input }: FieldProps) => {
  const id = `field-${input.name}`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="row">
        <input {...input} id={id} {...(type === 'password' ? { type: 'password' as const } : { type: 'text' as const })} required spellcheck={false} autoCapitalize="none" aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-hint`} onInput={(event) => onChange(event.currentTarget.value)} />
        {children}
      </div>
      <p id={`${id}-hint`} class={wrong ? 'wrong' : 'hint'}>{wrong ?? hint}</p>
    </div>
  );
};
