import type { ComponentChildren } from 'preact';

const Glyph = ({ children }: { children: ComponentChildren }) => (
  <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{children}</svg>
);

export const Check = () => <Glyph><path d="m5 12.5 4.6 4.6L19 7.5" /></Glyph>;
export const Clock = () => <Glyph><circle cx="12" cy="12" r="8.5" /><path d="M12 7v5.2l3.4 2" /></Glyph>;
export const Cross = () => <Glyph><path d="m7 7 10 10M17 7 7 17" /></Glyph>;
export const Envelope = () => <Glyph><rect x="3.5" y="5.5" width="17" height="13" rx="2.5" /><path d="m4 8 8 5.5L20 8" /></Glyph>;
export const HalfDisc = () => <Glyph><circle cx="12" cy="12" r="7.5" /><path class="filled" d="M12 4.5a7.5 7.5 0 0 1 0 15z" /></Glyph>;
export const Key = () => <Glyph><circle cx="8" cy="12" r="3.8" /><path d="M11.8 12H20v3.2M16.4 12v2.6" /></Glyph>;
export const Question = () => <Glyph><path d="M9 9.2a3 3 0 1 1 4.6 2.5c-1 .7-1.6 1.3-1.6 2.5" /><path d="M12 17.6v.1" /></Glyph>;
export const Search = () => <Glyph><circle cx="10.5" cy="10.5" r="6" /><path d="m15 15 5 5" /></Glyph>;
export const Warning = () => <Glyph><path d="M12 4.5 3.6 19h16.8z" /><path d="M12 10v4.2M12 16.6v.1" /></Glyph>;

/** The sign of the place: one request that forks into steps. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect class="mark-ground" width="32" height="32" rx="8" />
    <circle cx="8.5" cy="16" r="2.6" />
    <path d="M11.1 16h3.4M14.5 16c3 0 1.5-6.5 5-6.5M14.5 16c3 0 1.5 6.5 5 6.5" />
    <path d="m20.5 9.4 1.9 1.9 3.4-3.6" />
    <circle cx="23" cy="22.5" r="2.6" />
  </svg>
);
