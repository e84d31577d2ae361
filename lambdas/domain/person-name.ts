import { oneLine } from './one-line.ts';

/** A first or last name. */
export const personName = oneLine(100);
