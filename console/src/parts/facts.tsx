import type { ComponentChildren } from 'preact';

/** What is known of one thing, each with its name; what is not known is left out. */
export const Facts = ({ of }: { of: readonly (readonly [string, ComponentChildren])[] }) => (
  <dl class="fact-list">
    {of.filter(([, value]) => value !== undefined && value !== null && value !== false).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
  </dl>
);
