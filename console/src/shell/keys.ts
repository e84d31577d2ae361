import { signal } from '@preact/signals';
import { go, within } from '../navigation.tsx';
import type { PlaceName } from './places.ts';
import { entries } from './places.ts';

/** After g. */
export const letters: Readonly<Record<PlaceName, string>> = { overview: 'o', runs: 'r', deadLetters: 'l', deletions: 'd', people: 'u', configuration: 'c', tenants: 't', account: 'a' };

export const overlay = signal<'palette' | 'keys' | undefined>(undefined);

const chordWithin = 1_200;
let afterG = 0;

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;

/** Rows are links that say so; the keyboard walks along them as they stand on the page. */
const walk = (by: 1 | -1) => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => row.checkVisibility());
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = rows[at < 0 && by < 0 ? rows.length - 1 : Math.min(Math.max(at + by, 0), rows.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
};

const acts: Readonly<Record<string, () => void>> = {
  '/': () => document.querySelector<HTMLElement>('[data-filter]')?.focus(),
  '?': () => {
    overlay.value = 'keys';
  },
  j: () => walk(1),
  k: () => walk(-1),
};

const leaveField = (target: EventTarget | null) => {
  if (target instanceof HTMLElement && !target.closest('dialog')) target.blur();
};

const onKey = (event: KeyboardEvent) => {
  if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
    event.preventDefault();
    overlay.value = 'palette';
    return;
  }
  if (event.key === 'Escape') leaveField(event.target);
  if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || overlay.peek()) return;
  const place = Date.now() - afterG < chordWithin ? entries.find(({ name }) => letters[name] === event.key) : undefined;
  afterG = event.key === 'g' ? Date.now() : 0;
  const act = place ? () => go(within(place.path)) : acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
};

/** No single key writes. */
export const listenToKeys = (): (() => void) => {
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
};
