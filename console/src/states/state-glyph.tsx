import type { ComponentChildren } from 'preact';
import type { GlyphName } from './families.ts';

/** Each can be told from every other without colour. They stand still. */
const shapes: Readonly<Record<GlyphName, ComponentChildren>> = {
  half: <><circle cx="8" cy="8" r="6" /><path class="filled" d="M8 2a6 6 0 0 1 0 12z" /></>,
  clock: <><circle cx="8" cy="8" r="6" /><path d="M8 4.6V8l2.4 1.5" /></>,
  again: <><path d="M13.2 6.4A5.6 5.6 0 1 0 13.5 9" /><path d="M13.6 2.8v3.7H9.9" /></>,
  check: <><circle class="filled" cx="8" cy="8" r="6.8" /><path class="cut" d="m4.9 8.2 2.2 2.2 4-4.4" /></>,
  checkWarning: <><path d="M8 1.8 1.4 13.6h13.2z" /><path d="m5.6 9.6 1.8 1.8 3.2-3.6" /></>,
  undoing: <><path d="M3 6.6h6.4a3.4 3.4 0 0 1 0 6.8H6.6" stroke-dasharray="2.4 1.9" /><path d="M5.8 3.6 2.8 6.6l3 3" /></>,
  undone: <><circle class="filled" cx="8" cy="8" r="6.8" /><path class="cut" d="M4.8 7.2h4.1a2 2 0 0 1 0 4H7.4M6.6 5.2l-2 2 2 2" /></>,
  octagon: <><path class="filled" d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z" /><path class="cut" d="m5.6 5.6 4.8 4.8M10.4 5.6l-4.8 4.8" /></>,
  parked: <><rect class="filled" x="1.6" y="1.6" width="12.8" height="12.8" rx="2.4" /><path class="cut" d="M6.2 5v6M9.8 5v6" /></>,
  superseded: <path d="M2 8h8M7 4.6 10.4 8 7 11.4M13.6 3.4v9.2" />,
  cancelled: <><circle cx="8" cy="8" r="6" /><path d="m3.8 12.2 8.4-8.4" /></>,
  cross: <><circle class="filled" cx="8" cy="8" r="6.8" /><path class="cut" d="m5.5 5.5 5 5M10.5 5.5l-5 5" /></>,
  late: <><path d="M4 1.8h8M4 14.2h8M5 1.8c0 3.4 3 4.2 3 6.2s-3 2.8-3 6.2M11 1.8c0 3.4-3 4.2-3 6.2s3 2.8 3 6.2" /></>,
  empty: <circle cx="8" cy="8" r="5.6" stroke-dasharray="2.2 2.2" />,
  skipped: <path d="M2.4 4.2 7.2 8l-4.8 3.8zM8.4 4.2 13.2 8l-4.8 3.8z" />,
  unknown: <><path d="M5.6 5.9A2.5 2.5 0 1 1 8.9 8.3c-.6.3-.9.8-.9 1.5" /><path d="M8 12.4v.1" /></>,
};

export const StateGlyph = ({ name }: { name: GlyphName }) => (
  <svg class="state-glyph" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{shapes[name]}</svg>
);
