interface FieldProps {
  readonly name: string;
  readonly inputMode: 'text' | 'email';
  readonly autoComplete: 'organization' | 'email';
  readonly label: string;
  readonly hint: string;
  readonly wrong: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A labelled input; `wrong` says in words what to correct and takes the place of the hint. */
export const Field = ({ label, hint, wrong, onChange, ...input }: FieldProps) => {
  const id = `field-${input.name}`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input {...input} id={id} type="text" required spellcheck={false} autoCapitalize="none" aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-hint`} onInput={(event) => onChange(event.currentTarget.value)} />
      <p id={`${id}-hint`} class={wrong ? 'wrong' : 'hint'}>{wrong ?? hint}</p>
    </div>
  );
};
