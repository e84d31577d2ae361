import { errorInSentence } from '../../names/errors.ts';
import { stepName, withStepsNamed } from '../../names/names.ts';
import { now } from '../../time/clock.ts';
import { momentText } from '../../time/format.ts';
import { zoneName } from '../../time/zone.ts';
import type { RunRow } from './run-state.tsx';
import { useRunsWords } from './words.ts';

const exactTime = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** Times within a sentence of the service are told in the zone of the page, like every other. */
export const withTimesHere = (sentence: string): string => sentence.replaceAll(exactTime, (at) => momentText(Date.parse(at), zoneName.value, now.value));

type Told = Pick<RunRow, 'status' | 'cause' | 'current'>;

export const retryingIn = ({ status, current }: Pick<Told, 'status' | 'current'>) => (status === 'RUNNING' ? current.find(({ retrying }) => retrying) : undefined);

/** Why a run is where it is; of one whose step waits for its next try that is the last failure, not that it runs. */
export const useCause = (run: Told): string => {
  const words = useRunsWords();
  const retrying = retryingIn(run);
  return retrying ? words.retryCause({ step: stepName(retrying.step), attempt: retrying.attempt, of: retrying.of, error: retrying.error ? errorInSentence(retrying.error.name) : '?' }) : withStepsNamed(run.cause);
};
