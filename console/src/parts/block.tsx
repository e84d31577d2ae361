import type { ComponentChildren } from 'preact';
import type { Live } from '../live/live.ts';
import { FailureNote } from './empty.tsx';
import { usePartsWords } from './console-words.ts';

interface BlockProps<T> {
  readonly live: Live<T>;
  /** How many lines the place takes while nothing is known yet, so that nothing jumps when it comes. */
  readonly lines: number;
  /** The whole view hangs on it, its heading too. */
  readonly isPage?: boolean;
  readonly children: (value: T) => ComponentChildren;
}

/** One part of a view: waits, shows, or says that it could not be read, by itself. */
export const Block = <T,>({ live: { value, failure, refresh }, lines, isPage = false, children }: BlockProps<T>) => {
  if (value !== undefined) return <>{children(value)}</>;
  return failure ? <FailureNote failure={failure} retry={refresh} isPage={isPage} /> : <Waiting lines={lines} />;
};

export const Waiting = ({ lines }: { lines: number }) => {
  const words = usePartsWords();
  return (
    <div class="waiting" aria-busy="true">
      <span class="unseen">{words.loading}</span>
      {Array.from({ length: lines }, (_, line) => <span key={line} class="waiting-line" aria-hidden="true" />)}
    </div>
  );
};

interface PanelProps {
  readonly title: string;
  readonly id: string;
  readonly aside?: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A part of a view with its own heading. */
export const Panel = ({ title, id, aside, class: name = '', children }: PanelProps) => (
  <section class={`panel ${name}`} aria-labelledby={id}>
    <header class="panel-head"><h2 id={id}>{title}</h2>{aside}</header>
    {children}
  </section>
);
