import { signal } from '@preact/signals';

const tick = 1_000;

/** The present moment, renewed every second while the page is seen; for ages and for what is left until then. */
export const now = signal(Date.now());

setInterval(() => {
  if (!document.hidden) now.value = Date.now();
}, tick);

document.addEventListener('visibilitychange', () => {
  now.value = Date.now();
});
