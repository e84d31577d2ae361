import { query } from '../../navigation.tsx';
import { midnight } from '../../time/midnight.ts';
import { zoneName } from '../../time/zone.ts';

/** Which runs are shown: everything stands in the address, so that a link shows the same to another and Back undoes it. */
export const systemViews = ['needs_a_person', 'not_progressing', 'in_flight', 'failed', 'all'] as const;
export type SystemView = (typeof systemViews)[number];
export const timeSpans = ['any', '1h', '24h', '7d'] as const;
export type TimeSpan = (typeof timeSpans)[number];

const hour = 3_600_000;
const spanLength: Readonly<Record<Exclude<TimeSpan, 'any'>, number>> = { '1h': hour, '24h': 24 * hour, '7d': 7 * 24 * hour };

export const runStatuses = [
  'RUNNING', 'WAITING', 'COMPLETED', 'COMPLETED_WITH_WARNINGS', 'COMPENSATING', 'COMPENSATED', 'COMPENSATION_FAILED', 'TIMED_OUT', 'PARKED', 'FENCED', 'CANCELLED',
] as const;
export type RunStatus = (typeof runStatuses)[number];

const oneOf = <T extends string>(known: readonly T[], text: string | null): T | undefined => known.find((each) => each === text);
const listed = (text: string | null): readonly RunStatus[] => (text ?? '').split(',').flatMap((each) => oneOf(runStatuses, each) ?? []);

export interface Selection {
  readonly view: SystemView;
  readonly statuses: readonly RunStatus[];
  readonly span: TimeSpan;
  readonly type?: string | undefined;
  readonly subject?: string | undefined;
  readonly step?: string | undefined;
  readonly error?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const text = (name: string): string | undefined => query.value.get(name) ?? undefined;

/** As the address says it; without anything it is everything. */
export const selectionNow = (): Selection => {
  return {
    view: oneOf(systemViews, query.value.get('view')) ?? 'all', statuses: listed(query.value.get('status')), span: oneOf(timeSpans, query.value.get('time')) ?? 'any',
    type: text('type'), subject: text('subject'), step: text('step'), error: text('error'), from: text('from'), to: text('to'),
  };
};

export const isNarrowed = ({ view, statuses, span, ...rest }: Selection): boolean =>
  view !== 'all' || statuses.length > 0 || span !== 'any' || Object.values(rest).some((value) => value !== undefined);

const iso = (at: number): string => new Date(at).toISOString();

/** What the service is asked; times that move with the clock are worked out anew each time. What has failed is looked at day by day. */
export const asked = ({ view, statuses, span, type, subject, step, error, from, to }: Selection, now: number) => {
  const ofToday = view === 'failed' ? iso(midnight(now, zoneName.value)) : undefined;
  const begin = from ?? (span === 'any' ? ofToday : iso(now - spanLength[span]));
  return {
    ...(view !== 'all' && { view }), ...(statuses.length > 0 && { status: statuses.join(',') }), ...(type && { type }), ...(subject && { subject }),
    ...(step && { step }), ...(error && { errorClass: error }), ...(begin && { from: begin }), ...(to && { to }),
  };
};
