import { now } from '../../time/clock.ts';
import { dateText } from '../../time/format.ts';
import { zoneName } from '../../time/zone.ts';
import { daysBetween, isOver } from './due.ts';
import { useDeletionWords } from './words.ts';

/** Somebody should act before it is too late. */
const soon = 7;

const familyOf = (days: number): string => (days < 0 ? 'broken' : days <= soon ? 'attention' : 'quiet');

/** A day in the zone of the page. */
export const dayText = (at: string): string => dateText(Date.parse(at), zoneName.value);

export const Day = ({ at }: { at: string }) => <time class="moment" dateTime={at} title={at}>{dayText(at)}</time>;

/** The exact date in the zone of the page, and how many days of the calendar are left of it. */
export const DueDate = ({ dueAt, status }: { dueAt: string; status: string }) => {
  const words = useDeletionWords().due;
  if (isOver(status)) return <Day at={dueAt} />;
  const days = daysBetween(dateText(now.value, zoneName.value), dayText(dueAt));
  return <><Day at={dueAt} /> <span class={`due ${familyOf(days)}`}>{days === 0 ? words.today : days < 0 ? words.overdue({ days: -days }) : words.left({ days })}</span></>;
};
