import * as z from 'zod/mini';
import { compositeIdentifier, identifier } from '../domain/identifier.ts';

/** What is named by an id; each is opaque and case-sensitive. */

export const tenantId = identifier.check(z.describe('Id of the tenant, such as `demo`: what people type when they log in'));
export const userId = identifier.check(z.describe('Id of the account'));
export const roleId = identifier.check(z.describe('Id of the role: `member`, `administrator` and `platform_administrator` are there in every tenant, others are made with `POST /roles`'));
export const recordId = identifier.check(z.describe('Id of the record, given by the platform'));
export const sessionId = identifier.check(z.describe('Id of the session, as `GET /me/sessions` lists it; it is not the token'));
export const apiKeyId = identifier.check(z.describe('Id of the API key, as `GET /me/api-keys` lists it; it is not the secret'));
export const invitationId = identifier.check(z.describe('Id of the invitation, by which it can be withdrawn'));
export const requestId = identifier.check(z.describe('Id of the deletion request'));
export const holdId = identifier.check(z.describe('Id of the legal hold'));
export const batchId = identifier.check(z.describe('Id of the bulk retry'));
export const deadLetterId = identifier.check(z.describe('Id of the dead letter, by which it is redriven or given up'));
export const processType = identifier.check(z.describe('Name of a declared process, such as `user_registration`; `GET /workflows` lists them'));
export const runId = compositeIdentifier.check(z.describe('Id of the run: the process and the event that it started on, such as `user_registration-9963cc02-44ec-4a60-8a0a-5a77eedad006`'));
export const eventId = z.string().check(z.describe('Id of the event, the same in the history and on the bus'));
export const correlationId = z.string().check(z.describe('The same for everything that one request set off: the `requestId` of that request'));
