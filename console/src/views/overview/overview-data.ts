import type { Answer } from '../../api/client.ts';
import { query } from '../../navigation.tsx';

export type OverviewData = Answer<'/workflows/overview', 'get'>;
export type ProcessLine = OverviewData['processes'][number];
/** Columns: a value for each slot of time, null where nothing was completed. */
export type Series = OverviewData['series'];
export type Window = OverviewData['window'];

export const windows: readonly Window[] = ['1h', '24h', '7d'];
export const windowNow = (): Window => windows.find((each) => each === query.value.get('window')) ?? '24h';

const grouped = new Intl.NumberFormat('en');
/** `10,000`, which reads the same in both languages. */
export const numberText = (number: number): string => grouped.format(number);

export const countOf = ({ count, more }: OverviewData['needsPerson']['deadLetters']): string => `${numberText(count)}${more ? '+' : ''}`;

/** The list that a number counts. */
export const runsWith = (filters: Readonly<Record<string, string | undefined>>): string => {
  const search = new URLSearchParams(Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return `/runs?${search.toString()}`;
};
