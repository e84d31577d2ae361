import { useState } from 'preact/hooks';
import { usePartsWords } from '../../parts/console-words.ts';

const saidFor = 2_000;

/** Text to be read or taken along; long lines scroll in their own box. */
export const Sample = ({ label, text }: { label: string; text: string }) => {
  const words = usePartsWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), saidFor);
  };
  return (
    <figure class="api-sample">
      <figcaption>{label}<button type="button" class="copy" aria-label={`${words.copy}: ${label}`} onClick={() => void copy().catch(() => undefined)}>{isCopied ? words.copied : words.copy}</button></figcaption>
      <pre tabIndex={0} aria-label={label}><code>{text}</code></pre>
    </figure>
  );
};

export const JsonSample = ({ label, value }: { label: string; value: unknown }) => <Sample label={label} text={JSON.stringify(value, undefined, 2)} />;
