import type { ComponentChildren } from 'preact';
import type { Failure } from '../api/reply.ts';
import { useLanguage } from '../language.tsx';
import { usePartsWords } from './console-words.ts';
import { Check, Cross, Key, Search } from './glyphs.tsx';
import { ProblemNote } from './problem-note.tsx';

interface EmptyProps {
  readonly kind: 'nothing yet' | 'no match' | 'not allowed' | 'not read';
  readonly title?: string | undefined;
  /** Nothing else is on the page: its title is that of the page. */
  readonly isPage?: boolean;
  readonly children?: ComponentChildren;
}

const glyphs = { 'nothing yet': Check, 'no match': Search, 'not allowed': Key, 'not read': Cross };

/** Why there is nothing to see, and what to do about it. */
export const Empty = ({ kind, title, isPage = false, children }: EmptyProps) => {
  const words = usePartsWords().empty;
  const Glyph = glyphs[kind];
  const Title = isPage ? 'h1' : 'p';
  return (
    <div class={`empty ${kind === 'not read' ? 'broken' : 'quiet'}`}>
      <span class="empty-badge"><Glyph /></span>
      <Title class="empty-title">{title ?? words[kind].title}</Title>
      <p>{words[kind].lead}</p>
      {children}
    </div>
  );
};

/** What could not be read says so in its own place; the rest of the page stays. */
export const FailureNote = ({ failure, retry, isPage = false }: { failure: Failure; retry?: (() => void) | undefined; isPage?: boolean }) => {
  const { words } = useLanguage();
  const isRefused = failure.kind === 'refusal' && failure.status === 403;
  return (
    <Empty kind={isRefused ? 'not allowed' : 'not read'} isPage={isPage}>
      <ProblemNote problem={failure.problem} />
      {retry && !isRefused && <button type="button" class="button plain small" onClick={retry}>{words.retry}</button>}
    </Empty>
  );
};
