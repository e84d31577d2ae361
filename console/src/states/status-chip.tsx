import type { Look } from './families.ts';
import { isKnownState, lookOf } from './families.ts';
import { StateGlyph } from './state-glyph.tsx';
import { useStateWords } from './words.ts';

/** Any look with any word: for what has states of its own, such as a deletion. */
export const Chip = ({ look: { family, glyph, outline }, children }: { look: Look; children: string }) => (
  <span class={`state ${family} ${outline}`}><StateGlyph name={glyph} /><span class="state-word">{children}</span></span>
);

/** The state of a run, a step or an undo: colour, glyph and word. `word` says more than its name, such as what it waits for. */
export const StatusChip = ({ state, word }: { state: string; word?: string | undefined }) => {
  const words = useStateWords();
  return <Chip look={lookOf(state)}>{word ?? (isKnownState(state) ? words[state] : state)}</Chip>;
};
