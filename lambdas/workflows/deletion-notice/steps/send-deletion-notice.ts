import type * as z from 'zod/mini';
import { deletionSecrets } from '../../../accounts/deletion-secrets.ts';
import { deletionStands, readDeletion } from '../../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readTenant, readUser } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { readHold } from '../../../adapters/legal-holds.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import { vault } from '../../../adapters/vault.ts';
import { userDeletionNoticeDue } from '../../../domain/events/catalogue.ts';
import { mailOnce, type MailPorts, type WhenUnknown } from '../../../kit/mail-once.ts';
import { mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { deletionNotice } from '../workflow.ts';
import { isNews, noticeFor } from '../notice-texts.ts';

/** By these alone a person finds the way back, so she may have them twice rather than not at all. */
const whenUnknown: Readonly<Record<z.infer<typeof userDeletionNoticeDue.data>['notice'], WhenUnknown>> = {
  requested: 'send once more', reminder: 'send once more', released: 'send once more', cancelled: 'never again', extended: 'never again', blocked: 'never again',
};

/** Nobody is told of what has passed by, and whoever is gone meanwhile is told of the end by another process. */
export const sendDeletionNotice: StepBody<MailPorts> = async (input, ports) => {
  const { subject, run: { data }, now } = input;
  const { requestId, notice } = userDeletionNoticeDue.data.parse(data);
  const [request, user, key, tenant, hold] = await Promise.all([
    readDeletion(ports.store, { tenantId: subject.tenantId, requestId }), readUser(ports.store, subject), ports.vault.personKey(subject),
    readTenant(ports.store, subject.tenantId), readHold(ports.store, subject)]);
  if (!request || !user || !key || !tenant || !isNews(notice, request)) return {};
  const [secrets, basis] = await Promise.all([
    deletionSecrets(ports.vault, request), hold ? ports.vault.openForTenant(subject.tenantId, hold.basis) : undefined]);
  const sent = await mailOnce(input, ports, {
    recipient: subject, whenUnknown: whenUnknown[notice], aboutDeletion: true, with: [deletionStands(request)],
    compose: (person) => noticeFor(notice, { request, person, key, tenantName: tenant.name, hold, basis, secrets, now }),
  });
  return { writes: sent };
};

export const handler = step(deletionNotice, 'SendDeletionNotice', sendDeletionNotice, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
