import { CopyButton } from '../../parts/copy.tsx';

/** Text to be read or taken along; long lines scroll in their own box. */
export const Sample = ({ label, text }: { label: string; text: string }) => (
  <figure class="api-sample">
    <figcaption>{label}<CopyButton text={text} label={label} /></figcaption>
    <pre tabIndex={0} aria-label={label}><code>{text}</code></pre>
  </figure>
);

export const JsonSample = ({ label, value }: { label: string; value: unknown }) => <Sample label={label} text={JSON.stringify(value, undefined, 2)} />;
