import type { ComponentChildren } from 'preact';

const marked = /(\*\*[^*]+\*\*|`[^`]+`)/;

const piece = (text: string, position: number): ComponentChildren => {
  if (text.startsWith('**')) return <strong key={position}>{text.slice(2, -2)}</strong>;
  return text.startsWith('`') ? <code key={position}>{text.slice(1, -1)}</code> : text;
};

/** A text with words in bold and in code, as the document has them; markup of any other kind stays text. */
export const Inline = ({ text }: { text: string }) => <>{text.split(marked).map(piece)}</>;

const ENTRY = '- ';

/** A text with what it lists below it, each on a line of its own. */
export const Listing = ({ text }: { text: string }) => {
  const lines = text.split('\n');
  const entries = lines.filter((line) => line.startsWith(ENTRY));
  return (
    <>
      <Inline text={lines.filter((line) => !line.startsWith(ENTRY)).join(' ')} />
      {entries.length > 0 && <ul class="api-words">{entries.map((line) => <li key={line}><Inline text={line.slice(ENTRY.length)} /></li>)}</ul>}
    </>
  );
};

export const Prose = ({ text }: { text: string }) => <div class="prose">{text.split('\n\n').map((paragraph) => <p key={paragraph}><Inline text={paragraph} /></p>)}</div>;
