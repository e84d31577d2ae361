import { errorInSentence } from '../../names/errors.ts';
import { eventName } from '../../names/events.ts';
import { stepName } from '../../names/names.ts';
import type { Run, Step, Undo } from './run-data.ts';
import { undosOf } from './run-data.ts';
import type { RunWords } from './words.ts';

export interface Happening { readonly at: string; readonly text: string; readonly isProblem: boolean; readonly key: string }
export interface Group { readonly name: 'forward' | 'compensation'; readonly happenings: readonly Happening[] }

const troublesome = /failed|timed_out/;

const failures = ({ step, tries }: Pick<Step | Undo, 'step' | 'tries'>, words: RunWords): readonly Happening[] => tries.flatMap(({ startedAt, finishedAt, error }) => (error
  ? [{ at: finishedAt ?? startedAt, text: words.eventTried({ step: stepName(step), error: errorInSentence(error) }), isProblem: true, key: `${step} ${startedAt}` }] : []));

/** What was published, and what failed on the way: in groups, in the order of time. */
export const groupsOf = (run: Run, words: RunWords): readonly Group[] => {
  const undos = [...undosOf(run).flatMap(({ undo }) => undo ?? []), ...run.afterCompensation];
  const begins = undos.flatMap(({ startedAt }) => startedAt ?? []).toSorted()[0];
  const published: readonly Happening[] = run.events.map(({ eventId, type, occurredAt }) => ({ at: occurredAt, text: eventName(type), isProblem: troublesome.test(type), key: eventId }));
  const all = [...published, ...run.steps.flatMap((step) => failures(step, words)), ...undos.flatMap((undo) => failures(undo, words))]
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const isForward = ({ at }: Happening) => begins === undefined || at < begins;
  return [{ name: 'forward' as const, happenings: all.filter(isForward) }, { name: 'compensation' as const, happenings: all.filter((each) => !isForward(each)) }]
    .filter(({ happenings }) => happenings.length > 0);
};
