import * as z from 'zod/mini';
import { deletionPhases } from './deletion-request.ts';
import { oneOf } from './described.ts';
import { deadLetterKinds, deadLetterStatuses } from './dead-letter.ts';
import { languages } from './language.ts';
import { dataCategories } from './legal-hold.ts';
import { permissions } from './role.ts';
import { runStatuses } from './run.ts';
import { userStatuses } from './user.ts';

/** The words by which states and kinds are told, each with its meaning: in one place for whatever tells them. */

export const runStatus = oneOf(runStatuses, 'Where the run is', {
  RUNNING: 'its steps are being worked on',
  WAITING: 'it has not begun, because the process is paused or a deletion of the account is pending; it goes on by itself',
  COMPLETED: 'ended, every step is done',
  COMPLETED_WITH_WARNINGS: 'ended, every required step is done; a best-effort step failed and waits for an operator',
  COMPENSATING: 'what its steps had done is being undone, since a required one failed or somebody stopped it',
  COMPENSATED: 'ended, everything it had done was undone',
  COMPENSATION_FAILED: 'something could not be undone; it waits for an operator',
  TIMED_OUT: 'its deadline has passed; within a minute it is undone or parked by itself',
  PARKED: 'a required step failed for good; it waits for an operator',
  FENCED: 'ended without an effect: it gave way to another run that owns the account',
  CANCELLED: 'ended because somebody called it off',
});

export const deadLetterKind = oneOf(deadLetterKinds, 'What was given up', {
  failed_run: 'a run of which a required step failed for good, or which could not be undone', parked_step: 'a best-effort step of a run that has completed',
  poison_event: 'an event that cannot be read and so was not published', undelivered_event: 'an event that no run has taken; it is published again every minute',
  failed_call: 'a call in the background; the next round makes up for it', foreign_failure: 'a failure of which another system told on the bus; nothing was undone for it',
});
export const deadLetterStatus = oneOf(deadLetterStatuses, 'Where it is', {
  OPEN: 'it waits for somebody', REDRIVING: 'it is being tried again', RESOLVED: 'it is settled: `resolution` says how',
});

export const userStatus = oneOf(userStatuses, 'What the account is in', {
  pending_verification: 'the link of the verification mail was not used yet, or the account is still being set up; nobody can log in', active: 'in use', deletion_pending: 'its deletion was asked for and can still be cancelled; nobody can log in',
  deleting: 'it is being erased, and nothing of it is told any more', registration_failed: 'the registration was undone; what is left of it goes by itself',
});

export const dataCategory = oneOf(dataCategories, 'Kind of data', {
  identity: 'who the person is', contact: 'how she is reached', security: 'credentials, sessions and keys', business: 'records of the business', audit: 'who did what', technical: 'what the platform needs to work',
});

export const deletionPhase = oneOf(deletionPhases, 'Which phase of the deletion', {
  access: 'runs of the account are stopped, sessions, roles and API keys end', assessment: 'what there is gets counted', personal_data: 'personal data and the key that opens them are deleted', business_data: 'records lose whom they are about', audit: 'the audit loses names',
  backups: 'what backups hold is made unreadable', recipients: 'whoever was passed data is told', verification: 'somebody who did not erase looks for what is left', certificate: 'the certificate is issued',
});
export const phaseCounts = z.record(z.string(), z.number()).check(z.describe('How many items of which kind the phase has dealt with, by the names of the data inventory'));
export const erasureWay = z.string().check(z.describe('What becomes of it: `delete`; `anonymise`, it stays without whom it is about; `minimise`, it stays for accountability, without identity'));

export const permission = oneOf(permissions, 'What somebody may do, within his tenant unless said otherwise', {
  'records:read': 'read his own records', 'records:write': 'write his own records', 'users:read': 'see the people, with names and addresses', 'users:manage': 'invite people and correct their addresses',
  'users:delete': 'have accounts deleted, hold data back, see certificates', 'roles:read': 'see roles and who holds them', 'roles:manage': 'make, grant and revoke roles, within what he holds himself',
  'workflows:read': 'see processes, runs, events and statistics', 'workflows:manage': 'retry, stop and configure them', 'audit:read': 'see who did what', 'tenants:manage': 'administer the platform: create and change tenants, and look at every one of them',
});

export const priority = oneOf(['low', 'medium', 'high'], 'How urgent the process is: what is more urgent is taken up again first', {
  low: 'nobody waits for it', medium: 'somebody waits for its effects', high: 'somebody waits for it right now, so its alarms call an operator at any hour',
});
export const criticality = oneOf(['required', 'best effort'], 'What becomes of the run if the step fails for good', {
  required: 'the run is undone or parked', 'best effort': 'the run completes with warnings, and the step waits for an operator',
});

export const language = oneOf(languages, 'Language of mails and texts', { 'zh-CN': 'Simplified Chinese', en: 'English' });
/** Wishes that are kept for whatever shows them; the console keeps its own with the browser. */
export const theme = oneOf(['light', 'dark'], 'Which look the person prefers; it is kept for programs of yours', { light: 'dark letters on a light page', dark: 'light letters on a dark page' });
export const sidebar = oneOf(['expanded', 'collapsed'], 'How the person prefers a side bar to start; it is kept for programs of yours', { expanded: 'with names', collapsed: 'with signs only' });
export const emailNotifications = z.boolean().check(z.describe('Whether the person wants notifications by mail; it is kept for programs of yours. Mails about the account itself come in any case'));
export const timezoneName = z.string().check(z.describe('Time zone by its name in the time zone database, such as `Asia/Shanghai`'));
