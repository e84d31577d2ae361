import { signal } from '@preact/signals';
import { usePartsWords } from './console-words.ts';
import { Check } from './glyphs.tsx';

const shownFor = 6_000;

interface Toast { readonly id: number; readonly text: string }

const toasts = signal<readonly Toast[]>([]);
let last = 0;

/** Says what the service has taken. Read out where somebody listens; it goes by itself and holds nothing that is needed later. */
export const announce = (text: string): void => {
  last += 1;
  const toast = { id: last, text };
  toasts.value = [...toasts.value, toast];
  setTimeout(() => {
    toasts.value = toasts.value.filter((each) => each !== toast);
  }, shownFor);
};

export const Toasts = () => {
  const words = usePartsWords();
  return (
    <div class="toasts" role="status" aria-label={words.news}>
      {toasts.value.map(({ id, text }) => <p key={id} class="toast"><Check />{text}</p>)}
    </div>
  );
};
