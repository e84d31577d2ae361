import { failState } from '../point-state.ts';
import { call, finishedRun, mailTo, newAddress, PASSWORD, printRun, register, say, type Scene } from './scene.ts';

export interface Member { readonly userId: string; readonly email: string; readonly token: string }

/** The whole way: both mails, the click, the active account. */
export async function wholeWay(scene: Scene): Promise<Member> {
  const { outputs, mailbox, token } = scene;
  const email = newAddress('lin');
  const userId = await register(scene, email, 'Lin');
  printRun(await finishedRun(outputs, token, 'user_registration', userId));
  const verification = await mailTo(mailbox, email, /verify/i);
  say(`mail: "${verification.subject}"`);
  say(`mail: "${(await mailTo(mailbox, email, /welcome/i)).subject}"`);
  const [, verificationToken] = /token=([\w-]+)/.exec(verification.text) ?? [];
  const { status } = await call<{ status: string }>(outputs, 'POST', '/auth/verify-email', { body: { token: verificationToken } });
  say(`Lin confirms the address: ${status}`);
  printRun(await finishedRun(outputs, token, 'account_activation', userId));
  say(`mail to the administrator: "${(await mailTo(mailbox, outputs.admin.email, /./)).subject}"`);
  const { expiresAt, sessionToken } = await call<{ expiresAt: string; sessionToken: string }>(outputs, 'POST', '/auth/login', { body: { tenantId: outputs.tenantId, email, password: PASSWORD } });
  say(`Lin logs in; the session lasts until ${expiresAt}`);
  return { userId, email, token: sessionToken };
}

/** A step that fails for good: what was done is undone, the person is told, the address is free. */
export async function compensated(scene: Scene): Promise<void> {
  const { outputs, mailbox, token } = scene;
  const email = newAddress('kim');
  say('Now CreateUserProfile is broken on purpose');
  const fault = await failState(outputs.awsEndpoint, 'user_registration', 'CreateUserProfile', 'BusinessRefusal');
  try {
    const userId = await register(scene, email, 'Kim');
    printRun(await finishedRun(outputs, token, 'user_registration', userId));
    say(`mail: "${(await mailTo(mailbox, email, /not completed/i)).subject}"`);
  } finally {
    await fault.restore();
  }
  say('It is repaired, and Kim registers again with the same address');
  printRun(await finishedRun(outputs, token, 'user_registration', await register(scene, email, 'Kim')));
}

interface DeadLetter { readonly id: string; readonly runId: string; readonly cause: string; readonly redrive: string }

/** A mail that fails for good: the account is fine, the run has a warning, the mail is parked, and sent when somebody redrives it. */
export async function parked(scene: Scene): Promise<void> {
  const { outputs, mailbox, token } = scene;
  const email = newAddress('noor');
  say('Now SendWelcomeEmail is broken on purpose');
  const fault = await failState(outputs.awsEndpoint, 'user_registration', 'SendWelcomeEmail', 'BusinessRefusal');
  const userId = await register(scene, email, 'Noor');
  const run = await finishedRun(outputs, token, 'user_registration', userId);
  await fault.restore();
  printRun(run);
  const { items } = await call<{ items: readonly DeadLetter[] }>(outputs, 'GET', '/workflows/dead-letters', { token });
  const letter = items.find(({ runId }) => runId === run.runId);
  if (!letter) throw new Error('the parked mail is not among the dead letters');
  say(`dead letter: ${letter.cause} Redriving it: ${letter.redrive}`);
  await call(outputs, 'POST', `/workflows/dead-letters/${letter.id}/redrive`, { token });
  say(`mail, late but once: "${(await mailTo(mailbox, email, /welcome/i)).subject}"`);
}
