import type { ComponentChildren } from 'preact';
import type { Failure } from '../api/reply.ts';
import { useLanguage } from '../language.tsx';
import { usePartsWords } from './console-words.ts';
import { Check, Cross, Key, Question } from './glyphs.tsx';
import { ProblemNote } from './problem-note.tsx';

interface EmptyProps {
  readonly kind: 'nothing yet' | 'no match' | 'not allowed' | 'not read';
  readonly title?: string | undefined;
  readonly children?: ComponentChildren;
}

const glyphs = { 'nothing yet': Check, 'no match': Question, 'not allowed': Key, 'not read': Cross };

/** Why there is nothing to see, and what to do about it. */
export const Empty = ({ kind, title, children }: EmptyProps) => {
  const words = usePartsWords().empty;
  const Glyph = glyphs[kind];
  return (
    <div class={`empty ${kind === 'not read' ? 'broken' : 'quiet'}`}>
      <Glyph />
      <p class="empty-title">{title ?? words[kind].title}</p>
      <p>{words[kind].lead}</p>
      {children}
    </div>
  );
};

/** What could not be read says so in its own place; the rest of the page stays. */
export const FailureNote = ({ failure, retry }: { failure: Failure; retry?: (() => void) | undefined }) => {
  const { words } = useLanguage();
  const isRefused = failure.kind === 'refusal' && failure.status === 403;
  return (
    <Empty kind={isRefused ? 'not allowed' : 'not read'}>
      <ProblemNote problem={failure.problem} />
      {retry && !isRefused && <button type="button" class="button plain small" onClick={retry}>{words.retry}</button>}
    </Empty>
  );
};
