import { signal } from '@preact/signals';
import { recall, remember } from '../personal.ts';

const storageKey = 'theme';
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const isTheme = (value: string | null): value is Theme => themes.some((each) => each === value);

const recalled = recall(storageKey);
export const theme = signal<Theme>(isTheme(recalled) ? recalled : 'system');

const show = () => {
  if (theme.value === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme.value;
};
show();

export const chooseTheme = (next: Theme): void => {
  remember(storageKey, next);
  theme.value = next;
  show();
};
