const dayMs = 86_400_000;

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** Whole days of the calendar from one date to another, such as 2026-11-26: 0 is the same day, less than 0 has passed. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

export const isOver = (status: string): boolean => status === 'COMPLETED' || status === 'CANCELLED';
