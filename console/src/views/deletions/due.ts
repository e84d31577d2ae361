import { dateText } from '../../time/format.ts';

const dayMs = 86_400_000;

/** The calendar day of a moment in a zone, as a number from which another can be taken. */
const dayOf = (at: number, timeZone: string): number => Date.parse(`${dateText(at, timeZone)}T00:00:00Z`) / dayMs;

/** Whole days of the calendar from today to the due date: 0 is today, less than 0 is overdue. */
export const daysUntil = (dueAt: string, present: number, timeZone: string): number => dayOf(Date.parse(dueAt), timeZone) - dayOf(present, timeZone);

export const isOver = (status: string): boolean => status === 'COMPLETED' || status === 'CANCELLED';
