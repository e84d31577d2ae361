import { useState } from 'preact/hooks';
import { usePartsWords } from './console-words.ts';

const saidFor = 2_000;

/** The way to take a text along; for a moment it says that it is done. */
export const CopyButton = ({ text, label }: { text: string; label: string }) => {
  const words = usePartsWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), saidFor);
  };
  const name = isCopied ? words.copied : words.copy;
  return <button type="button" class="copy" aria-label={`${name}: ${label}`} onClick={() => void copy().catch(() => undefined)}>{name}</button>;
};

/** An id or code, whole, and the way to take it along. */
export const Copyable = ({ text, label }: { text: string; label: string }) => (
  <span class="copyable">
    <code>{text}</code>
    <CopyButton text={text} label={label} />
  </span>
);
