import type { Reasons } from '../../adapters/audit.ts';
import type { DeadLetter } from '../../adapters/dead-letters.ts';
import type { RunRecord } from '../../adapters/run-ledger.ts';
import type { Language } from '../../domain/language.ts';
import { resumedAndNotStarted } from '../../operations/resume-run.ts';
import { deadLetterCause, redriveText, type Redrive } from './dead-letter-texts.ts';
import { isLocked, type Behind } from './locked-run.ts';
import type { DeadLetterView } from './routes.ts';

interface Read { readonly behind: Behind | undefined; readonly reasons: Reasons }
/** A dead letter as a person reads it: why it is here, and what a redrive would do now. */
export function deadLetterViewOf(letter: DeadLetter, { behind, reasons }: Read, language: Language): DeadLetterView {
  const { event: _, noted, ...told } = letter;
  const reason = reasons(noted);
  const locked = behind !== undefined && isLocked(behind);
  const redrive = locked ? 'locked' : redriveOf(letter, behind?.run);
  return {
    ...told, ...(reason !== undefined && { reason }), cause: deadLetterCause(letter, language),
    redrive: redriveText(redrive, language), redrivable: redrive !== 'nothing' && redrive !== 'under way' && redrive !== 'locked',
    ...(behind && { subject: behind.run.subject }), locked,
  };
}

function redriveOf({ kind, status }: DeadLetter, run: RunRecord | undefined): Redrive {
  if (status === 'RESOLVED') return 'nothing';
  if (kind === 'poison_event' || kind === 'undelivered_event') return 'publish';
  if (run?.status === 'PARKED' || (run && resumedAndNotStarted(run))) return 'resume';
  if (kind === 'parked_step') return run?.status === 'COMPLETED_WITH_WARNINGS' ? 'try the step' : 'under way';
  if (run?.status === 'COMPENSATION_FAILED') return 'compensate';
  return run?.status === 'COMPENSATING' || run?.status === 'RUNNING' ? 'under way' : 'nothing';
}
