import { useState } from 'preact/hooks';
import { usePartsWords } from './console-words.ts';

const saidFor = 2_000;

/** An id or code, whole, and the way to take it along. */
export const Copyable = ({ text, label }: { text: string; label: string }) => {
  const words = usePartsWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), saidFor);
  };
  return (
    <span class="copyable">
      <code>{text}</code>
      <button type="button" class="copy" aria-label={`${words.copy}: ${label}`} onClick={() => void copy().catch(() => undefined)}>{isCopied ? words.copied : words.copy}</button>
    </span>
  );
};
