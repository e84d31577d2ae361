import type { ComponentChildren, FunctionComponent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Problem } from '../api/reply.ts';
import { ProblemNote } from './problem-note.tsx';

interface LinkCardProps {
  readonly name: string;
  readonly family: string;
  readonly Glyph: FunctionComponent;
  readonly text: { readonly heading: string; readonly lead: string };
  readonly problem: Problem | undefined;
  /** What is told at the heading: when another comes, reading goes on there. None where it is told further down. */
  readonly news: object | undefined;
  /** What is said while an answer is awaited. */
  readonly working: string | undefined;
  readonly children: ComponentChildren;
}

/** What the link of a mail leads to: one card that says where the reader stands, and below it the one thing to do. */
export const LinkCard = ({ name, family, Glyph, text, problem, news, working, children }: LinkCardProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const atArrival = useRef(news);
  useLayoutEffect(() => {
    if (news && news !== atArrival.current) heading.current?.focus();
  }, [news]);
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
