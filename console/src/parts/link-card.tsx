import type { ComponentChildren, FunctionComponent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { ProblemNote } from './problem-note.tsx';

interface LinkCardProps {
  readonly name: string;
  readonly family: string;
  readonly Glyph: FunctionComponent;
  readonly text: { readonly heading: string; readonly lead: string };
  readonly problem: Problem | undefined;
  /** Where the reader stands with the link: after a change reading goes on at the heading, except while an answer is awaited. */
  readonly phase: string;
  readonly working: string | undefined;
  readonly children: ComponentChildren;
}

/** What the link of a mail leads to: one card that says where the reader stands, and below it the one thing to do. */
export const LinkCard = ({ name, family, Glyph, text, problem, phase, working, children }: LinkCardProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrival = useRef(phase);
  useLayoutEffect(() => {
    if (phase !== arrival.current && working === undefined) heading.current?.focus();
  }, [phase]);
  return (
    <section class="card narrow" aria-labelledby={`${name}-heading`}>
      <div class={`badge ${family}`}><Glyph /></div>
      <h1 id={`${name}-heading`} ref={heading} tabIndex={-1} aria-describedby={`${name}-lead`}>{text.heading}</h1>
      <p id={`${name}-lead`} class="lead">{text.lead}</p>
      <ProblemNote problem={problem} />
      {children}
      <p class="unseen" role="status">{working ?? ''}</p>
    </section>
  );
};
