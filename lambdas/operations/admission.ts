import { bindingAsTold } from '../accounts/role-change.ts';
import { appended } from '../adapters/event-store.ts';
import { readUser, userKey, type Subject, type User } from '../adapters/identity.ts';
import type { RunRecord } from '../adapters/run-ledger.ts';
import { allOf, equal, type Store, type Write } from '../adapters/store.ts';
import { workflowStarted } from '../domain/events/catalogue.ts';
import { occurrence } from '../domain/events/event.ts';
import type { WaitingReason } from '../domain/run.ts';
import type { UserStatus } from '../domain/user.ts';
import { configFor } from '../kit/process-config.ts';
import { causeOf, contextFrom } from '../kit/run-context.ts';
import { reservedVersions, type WorkflowDeclaration } from '../kit/workflow.ts';

/** Whether a run may begin: what the account says comes first, then what the role says that it is about, then whether its process is enabled. */
export type Admission =
  /** The writes that beginning takes, and what the run is pinned to. */
  | { readonly status: 'RUNNING'; readonly pinned: Pinned; readonly reserving: readonly Write[] }
  | { readonly status: 'WAITING'; readonly waitsFor: WaitingReason; readonly reason: string }
  | { readonly status: 'FENCED'; readonly reason: string };
export type Pinned = Required<Pick<RunRecord, 'config' | 'configVersion' | 'versionBase'>>;

export interface Candidate { readonly subject: Subject; readonly eventVersion: number; readonly data: Readonly<Record<string, unknown>> }

export async function admissionOf(store: Store, workflow: WorkflowDeclaration, candidate: Candidate): Promise<Admission> {
  const { subject, eventVersion } = candidate;
  const ofNobody = workflow.admits === 'any subject';
  const [{ version: configVersion, values: { enabled, ...config } }, user] = await Promise.all([
    configFor(store, workflow, subject.tenantId), ofNobody ? undefined : readUser(store, subject)]);
  const refused = workflow.admits === 'any subject' ? undefined : refusal(workflow.admits, user, needsNoAccount(workflow, candidate.data));
  if (refused) return refused;
  if (await isSuperseded(store, workflow, candidate)) return { status: 'FENCED', reason: SUPERSEDED };
  if (!enabled) return { status: 'WAITING', waitsFor: 'enabling', reason: 'the process is paused' };
  return {
    status: 'RUNNING', pinned: { config, configVersion, versionBase: user?.version ?? eventVersion },
    reserving: user ? [versionsReserved(workflow, subject, user)] : [],
  };
}

/** Whether a run that was left lying may go on: what has happened to the account since wins over it. */
export const mayGoOn = (workflow: WorkflowDeclaration, data: Candidate['data'], user: Pick<User, 'status'> | undefined): boolean =>
  workflow.admits === 'any subject' || needsNoAccount(workflow, data) || (user !== undefined && (user.status === 'pending_verification' || user.status === 'active' || workflow.admits.includes(user.status)));

/** It takes the account away, or its event says that it is no matter of the account. */
const needsNoAccount = ({ outlivesAccount, alsoWithoutAccount }: WorkflowDeclaration, data: Candidate['data']): boolean =>
  outlivesAccount === true || (alsoWithoutAccount !== undefined && Object.entries(alsoWithoutAccount).every(([name, value]) => data[name] === value));

export const SUPERSEDED = 'superseded';
/** Whether something came later than the event, and was perhaps delivered before it. */
export const isSuperseded = async (store: Store, { standsWhile }: WorkflowDeclaration, { subject, data }: Pick<Candidate, 'subject' | 'data'>): Promise<boolean> =>
  standsWhile !== undefined && !(await bindingAsTold(store, subject, { data }, standsWhile.roleBinding));

/** Which states of an account admit the process, each declares; a pending deletion makes it wait, anything else supersedes it. */
function refusal(admits: readonly UserStatus[], user: User | undefined, withoutAccount: boolean): Exclude<Admission, { status: 'RUNNING' }> | undefined {
  if (!user) return withoutAccount ? undefined : { status: 'FENCED', reason: 'the account is gone' };
  if (admits.includes(user.status)) return undefined;
  return user.status === 'deletion_pending' ? { status: 'WAITING', waitsFor: 'deletion', reason: 'a deletion of the account is pending' } : { status: 'FENCED', reason: `the account is ${user.status}` };
}

/** Versions for every event that the run may publish about its subject, taken at once and conditional on the status that was read. */
const versionsReserved = (workflow: WorkflowDeclaration, subject: Subject, user: User): Write => ({
  table: 'identity', update: userKey(subject), add: { version: reservedVersions(workflow).end },
  if: allOf(equal('version', user.version), equal('status', user.status)),
});

/** `workflow.started`: told once, when the run begins. */
export const startedEvent = (run: RunRecord, now: Date): Write => appended(occurrence(
  workflowStarted, { tenantId: run.tenantId, aggregateId: run.runId, aggregateVersion: run.version }, causeOf(contextFrom(run)),
  { runId: run.runId, type: run.type, userId: run.subject }, now));
