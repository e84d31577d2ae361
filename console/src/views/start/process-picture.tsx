import type { ComponentChildren } from 'preact';

const Step = ({ y, family, children }: { y: number; family: string; children: ComponentChildren }) => (
  <g class={`picture-step ${family}`} transform={`translate(112 ${y})`}>
    <rect width="132" height="40" rx="10" />
    <g class="picture-glyph">{children}</g>
    <path class="picture-text" d="M44 16h64M44 25h40" />
  </g>
);

/** Decoration: one request that forks into steps, each in a state of its own, and joins again. */
export const ProcessPicture = () => (
  <svg class="picture" viewBox="0 0 356 232" aria-hidden="true" focusable="false">
    <path class="picture-line" d="M44 116h20c26 0 12-92 48-92M64 116c20 0 16-31 48-31M64 116c20 0 16 31 48 31M64 116c26 0 12 92 48 92" />
    <path class="picture-line" d="M244 24c36 0 22 92 48 92h20M244 85c32 0 28 31 48 31M244 147c32 0 28-31 48-31M244 208c36 0 22-92 48-92" />
    <g class="picture-end done"><circle cx="28" cy="116" r="16" /><path d="m21.5 116.5 4.5 4.5 9-9.5" /></g>
    <g class="picture-end quiet"><circle cx="328" cy="116" r="16" /></g>
    <Step y={4} family="done"><path d="m17 20.5 4.5 4.5 9-9.5" /></Step>
    <Step y={65} family="done"><path d="m17 20.5 4.5 4.5 9-9.5" /></Step>
    <Step y={127} family="attention"><path d="M30 16.5a7 7 0 1 0 .8 5.5M30.5 12v5h-5" /></Step>
    <Step y={188} family="moving"><circle cx="24" cy="20" r="6.5" /><path class="filled" d="M24 13.5a6.5 6.5 0 0 1 0 13z" /></Step>
  </svg>
);
