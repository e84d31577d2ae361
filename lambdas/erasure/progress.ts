import type { PhaseProgress, Progress } from '../domain/deletion-request.ts';
import { phaseOfWay } from './erased-kinds.ts';
import type { PlanLine } from './plan.ts';

type Planned = Pick<PlanLine, 'name' | 'way' | 'held' | 'count'>;
const phases: Readonly<Record<string, string>> = phaseOfWay;

/**
 * How far a phase is that is done in chunks: of the items that were planned, or of the places that are looked through. Undefined where it is
 * not on its way, and where it has found more than was planned, so that nobody knows how much there is.
 */
export function progressOf({ name, status, counts, places }: PhaseProgress, plan: readonly Planned[]): Progress | undefined {
  if (status === 'PENDING' || status === 'DONE') return undefined;
  if (places) return places;
  const planned = plan.filter(({ way, held }) => !held && phases[way] === name);
  const [done, of] = [sum(planned.map((line) => counts[line.name] ?? 0)), sum(planned.map(({ count }) => count))];
  return of > 0 && done <= of ? { done, of } : undefined;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
