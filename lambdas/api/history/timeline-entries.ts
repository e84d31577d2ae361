import { parseAuditEntry } from '../../adapters/audit.ts';
import { eventsOf, storedEvent } from '../../adapters/event-store.ts';
import { allPages } from '../../adapters/pages.ts';
import type { Subject } from '../../adapters/identity.ts';
import type { RunRecord } from '../../adapters/run-ledger.ts';
import { listRuns } from '../../adapters/run-list.ts';
import type { Item, Store } from '../../adapters/store.ts';
import type { Language } from '../../domain/language.ts';
import { MAX_PAGE } from '../fields.ts';
import { readableAudit } from './readable-audit.ts';
import type { TimelineItem } from './routes.ts';
import { auditFrom, type Position } from './timeline-position.ts';
import { actionText, runEndedText, runStartedText } from './timeline-texts.ts';

export interface Entry { readonly position: Position; readonly item: TimelineItem }
export interface Asked { readonly after: Position | undefined; readonly atLeast: number }

/**
 * All that may stand on the page, and more. The audit grows with every login and is in the order of time, so it is read from where
 * the page begins; a subject's runs and events are few, and neither ends of runs nor versions are in that order, so they are read whole.
 */
export async function entriesOf(store: Store, subject: Subject, asked: Asked, language: Language): Promise<readonly Entry[]> {
  const { tenantId, userId } = subject;
  const [runs, events, audit] = await Promise.all([
    allPages((from) => listRuns(store, tenantId, { subject: userId, limit: MAX_PAGE, ...from })),
    allPages((from) => eventsOf(store, { tenantId, aggregateId: userId }, { limit: MAX_PAGE, ...from })),
    auditOf(store, subject, asked),
  ]);
  return [...runs.flatMap((run) => entriesOfRun(run, language)), ...events.flatMap(entryOfEvent), ...audit.map((item) => entryOfAudit(item, language))];
}

/** One more than is needed: the first may be the last of the page before. */
async function auditOf(store: Store, subject: Subject, { after, atLeast }: Asked): Promise<readonly Item[]> {
  const atMost = after && auditFrom(after);
  return (await readableAudit(store, subject, { limit: atLeast + 1, atMost })).items;
}

function entriesOfRun(run: RunRecord, language: Language): readonly Entry[] {
  const { runId, type, status, startedAt, finishedAt } = run;
  return [
    { position: { at: startedAt, kind: 'run_started', id: runId }, item: { at: startedAt, kind: 'run_started', title: runStartedText(run, language), runId, type } },
    ...(finishedAt ? [{ position: { at: finishedAt, kind: 'run_ended', id: runId }, item: { at: finishedAt, kind: 'run_ended', title: runEndedText(run, language), runId, type, status } }] as const : []),
  ];
}

function entryOfEvent(item: Item): readonly Entry[] {
  const event = storedEvent(item);
  if (!event) return [];
  const { type, detail: { occurredAt: at, eventId } } = event;
  return [{ position: { at, kind: 'event', id: item.sk }, item: { at, kind: 'event', title: type, type, eventId } }];
}

function entryOfAudit(stored: Item, language: Language): Entry {
  const { occurredAt: at, action, actor, runId, reason } = parseAuditEntry(stored);
  return {
    position: { at, kind: 'audit', id: stored.sk.slice(at.length + 1) },
    item: { at, kind: 'audit', title: actionText(action, language), action, actor, ...(runId && { runId }), ...(reason && { reason }) },
  };
}
