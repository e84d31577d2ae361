import { deletionSecrets } from '../../../accounts/deletion-secrets.ts';
import { deletionStands, readDeletion } from '../../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readAdministrators, readTenant, readUser } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { readHold } from '../../../adapters/legal-holds.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import type { Write } from '../../../adapters/store.ts';
import { vault } from '../../../adapters/vault.ts';
import type { DeletionRequest } from '../../../domain/deletion-request.ts';
import { userDeletionNoticeDue, type DeletionNotice } from '../../../domain/events/catalogue.ts';
import { mailOnce, type MailPorts, type WhenUnknown } from '../../../kit/mail-once.ts';
import { mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import type { StepInput } from '../../../kit/work.ts';
import { dueSoonFor, isNews, noticeFor } from '../notice-texts.ts';
import { deletionNotice } from '../workflow.ts';

type ToPerson = Exclude<DeletionNotice, 'due_soon'>;
/** By these alone a person finds the way back, so she may have them twice rather than not at all. */
const whenUnknown: Readonly<Record<ToPerson, WhenUnknown>> = {
  requested: 'send once more', reminder: 'send once more', released: 'send once more', cancelled: 'never again', extended: 'never again', blocked: 'never again',
};

/** Nobody is told of what has passed by, and whoever is gone meanwhile is told of the end by another process. */
export const sendDeletionNotice: StepBody<MailPorts> = async (input, ports) => {
  const { requestId, notice } = userDeletionNoticeDue.data.parse(input.run.data);
  const request = await readDeletion(ports.store, { tenantId: input.subject.tenantId, requestId });
  if (!request || !isNews(notice, request)) return {};
  return { writes: await (notice === 'due_soon' ? tellAdministrators(input, ports, request) : tellPerson(input, ports, request, notice)) };
};

async function tellPerson(input: StepInput, ports: MailPorts, request: DeletionRequest, notice: ToPerson): Promise<readonly Write[]> {
  const { subject, now } = input;
  const [user, key, tenant, hold] = await Promise.all([
    readUser(ports.store, subject), ports.vault.personKey(subject), readTenant(ports.store, subject.tenantId), readHold(ports.store, subject)]);
  if (!user || !key || !tenant) return [];
  const [secrets, basis] = await Promise.all([
    deletionSecrets(ports.vault, request), hold ? ports.vault.openForTenant(subject.tenantId, hold.basis) : undefined]);
  return mailOnce(input, ports, {
    recipient: subject, whenUnknown: whenUnknown[notice], aboutDeletion: true, with: [deletionStands(request)],
    compose: (person) => noticeFor(notice, { request, person, key, tenantName: tenant.name, hold, basis, secrets, now }),
  });
}

/** Each in his language; a retry goes on with those who have none yet. */
async function tellAdministrators(input: StepInput, ports: MailPorts, request: DeletionRequest): Promise<readonly Write[]> {
  const writes: Write[] = [];
  for (const recipient of await readAdministrators(ports.store, request.tenantId))
    writes.push(...await mailOnce(input, ports, { recipient, whenUnknown: 'never again', compose: () => dueSoonFor(request, input.now) }));
  return writes;
}

export const handler = step(deletionNotice, 'SendDeletionNotice', sendDeletionNotice, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
