import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import { vault } from '../../../adapters/vault.ts';
import { AddressRejected } from '../../../domain/errors.ts';
import { mailOnce, type MailPorts } from '../../../kit/mail-once.ts';
import { mailSettings } from '../../../kit/mail-settings.ts';
import { undo, type UndoBody } from '../../../kit/undo.ts';
import { userRegistration } from '../workflow.ts';

/** Told at most once, while the address is still known. An address that takes no mail for good cannot be told, and that is the end of it. */
export const notifyRegistrationFailed: UndoBody<MailPorts> = async (input, ports) => ({
  writes: await mailOnce(input, ports, {
    recipient: input.subject,
    whenUnknown: 'never again',
    compose: ({ firstName }) => ({ template: 'registration_not_completed', firstName }),
  }).catch((error: unknown) => {
    if (error instanceof AddressRejected) return [];
    throw error;
  }),
});

export const handler = undo(userRegistration, 'NotifyRegistrationFailed', notifyRegistrationFailed, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
