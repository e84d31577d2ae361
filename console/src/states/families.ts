/** Colour says who must act, the outline whether it still moves: dashed moves, solid has ended, double needs a person. */
export type Family = 'moving' | 'done' | 'attention' | 'undo' | 'broken' | 'quiet';
export type Outline = 'dashed' | 'solid' | 'double';

export interface Look {
  readonly family: Family;
  readonly glyph: GlyphName;
  readonly outline: Outline;
}

export const glyphNames = [
  'half', 'clock', 'again', 'check', 'checkWarning', 'undoing', 'undone', 'octagon', 'parked', 'superseded', 'cancelled', 'cross', 'late', 'empty', 'skipped', 'unknown',
] as const;
export type GlyphName = (typeof glyphNames)[number];

const look = (family: Family, glyph: GlyphName, outline: Outline): Look => ({ family, glyph, outline });

/** States of runs, of steps and of undos: what carries the same name looks the same everywhere. RETRYING is a step between two attempts. */
const looks = {
  RUNNING: look('moving', 'half', 'dashed'),
  STARTED: look('moving', 'half', 'dashed'),
  WAITING: look('moving', 'clock', 'dashed'),
  RETRYING: look('attention', 'again', 'dashed'),
  TIMED_OUT: look('attention', 'late', 'dashed'),
  COMPLETED: look('done', 'check', 'solid'),
  DONE: look('done', 'check', 'solid'),
  COMPLETED_WITH_WARNINGS: look('attention', 'checkWarning', 'solid'),
  COMPENSATING: look('undo', 'undoing', 'dashed'),
  COMPENSATED: look('undo', 'undone', 'solid'),
  UNDONE: look('undo', 'undone', 'solid'),
  COMPENSATION_FAILED: look('broken', 'octagon', 'double'),
  PARKED: look('attention', 'parked', 'double'),
  FAILED: look('broken', 'cross', 'solid'),
  FENCED: look('quiet', 'superseded', 'solid'),
  CANCELLED: look('quiet', 'cancelled', 'solid'),
  SKIPPED: look('quiet', 'skipped', 'solid'),
  VOID: look('quiet', 'cancelled', 'solid'),
  NOT_STARTED: look('quiet', 'empty', 'dashed'),
} as const satisfies Record<string, Look>;
export type KnownState = keyof typeof looks;

export const isKnownState = (state: string): state is KnownState => Object.hasOwn(looks, state);

const unknown = look('quiet', 'unknown', 'solid');

/** A state that this page does not know yet still has a look. */
export const lookOf = (state: string): Look => (isKnownState(state) ? looks[state] : unknown);
