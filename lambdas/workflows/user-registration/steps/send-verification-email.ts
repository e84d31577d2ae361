import { sendVerificationLink } from '../../../accounts/verification-mail.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readUser, removed, tokenKey } from '../../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { sesMailbox } from '../../../adapters/mailbox.ts';
import { readToken } from '../../../adapters/tokens.ts';
import { linkVoided } from '../../../adapters/unverified.ts';
import { vault } from '../../../adapters/vault.ts';
import type { MailPorts } from '../../../kit/mail-once.ts';
import { mailSettings } from '../../../kit/mail-settings.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { undo as undoes, type UndoBody } from '../../../kit/undo.ts';
import { userRegistration } from '../workflow.ts';

export const sendVerificationEmail: StepBody<MailPorts> = async (input, ports) =>
  ({ writes: await sendVerificationLink(input, ports), event: { userId: input.subject.userId } });

/** The link that went out opens nothing any more; one that another run issued stays. */
export const voidVerificationToken: UndoBody<Pick<MailPorts, 'store'>> = async ({ subject, run }, { store }) => {
  const [token, user] = await Promise.all([readToken(store, subject, 'verify-email'), readUser(store, subject)]);
  if (token?.issuedFor !== run.runId) return {};
  return { writes: [removed(tokenKey(subject, 'verify-email')), ...(user ? [linkVoided(subject)] : [])] };
};

export const handler = step(userRegistration, 'SendVerificationEmail', sendVerificationEmail, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), mailbox: sesMailbox(mailSettings()) };
});
export const undo = undoes(userRegistration, 'VoidVerificationToken', voidVerificationToken, () => ({ store: dynamodbStore() }));
