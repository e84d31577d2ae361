import { failState } from '../point-state.ts';
import { showRun } from './run-picture.ts';
import { call, finishedRun, inConsole, mailTo, newAddress, PASSWORD, register, type Run, type Scene } from './scene.ts';

export interface Member { readonly userId: string; readonly email: string; readonly token: string }

/** The whole way: both mails, the click, the active account. */
export async function wholeWay(scene: Scene): Promise<Member> {
  const { outputs, timeline, words } = scene;
  timeline.chapter(words.registration.title);
  const email = newAddress('lin');
  const userId = await register(scene, email, 'Lin');
  showRun(scene, await finishedRun(scene, 'user_registration', userId));
  const verification = await mailTo(scene, email, /验证|verify/i);
  timeline.moment(words.mail(verification));
  timeline.moment(words.mail(await mailTo(scene, email, /欢迎|welcome/i)));
  const [, verificationToken] = /token=([\w-]+)/.exec(verification.text) ?? [];
  timeline.moment(words.registration.confirms(await call<{ status: string }>(scene, 'POST', '/auth/verify-email', { body: { token: verificationToken } })));
  showRun(scene, await finishedRun(scene, 'account_activation', userId));
  timeline.moment(words.mailToAdministrator(await mailTo(scene, outputs.admin.email, /./)));
  const { expiresAt, sessionToken } = await call<{ expiresAt: string; sessionToken: string }>(scene, 'POST', '/auth/login', { body: { tenantId: outputs.tenantId, email, password: PASSWORD } });
  timeline.moment(words.registration.logsIn({ until: new Date(expiresAt).toLocaleString(scene.language) }));
  timeline.link(inConsole(scene, `/people/${userId}`));
  return { userId, email, token: sessionToken };
}

/** A step that fails for good: what was done is undone, the person is told, the address is free. */
export async function compensated(scene: Scene): Promise<void> {
  const { outputs, timeline, words } = scene;
  timeline.chapter(words.compensated.title);
  const email = newAddress('kim');
  timeline.moment(words.compensated.broken({ step: 'CreateUserProfile' }));
  const fault = await failState(outputs.awsEndpoint, 'user_registration', 'CreateUserProfile', 'BusinessRefusal');
  try {
    showRun(scene, await finishedRun(scene, 'user_registration', await register(scene, email, 'Kim')));
    timeline.moment(words.mail(await mailTo(scene, email, /未完成|not completed/i)));
  } finally {
    await fault.restore();
  }
  timeline.moment(words.compensated.repaired);
  showRun(scene, await finishedRun(scene, 'user_registration', await register(scene, email, 'Kim')));
}

async function runWithFault(scene: Scene, email: string, fault: { restore(): Promise<void> }): Promise<Run> {
  try {
    return await finishedRun(scene, 'user_registration', await register(scene, email, 'Noor'));
  } finally {
    await fault.restore();
  }
}

interface DeadLetter { readonly id: string; readonly runId: string; readonly cause: string; readonly redrive: string }

/** A mail that fails for good: the account is fine, the run has a warning, the mail is parked, and sent when somebody redrives it. */
export async function parked(scene: Scene): Promise<void> {
  const { outputs, token, timeline, words } = scene;
  timeline.chapter(words.parked.title);
  const email = newAddress('noor');
  timeline.moment(words.compensated.broken({ step: 'SendWelcomeEmail' }));
  const fault = await failState(outputs.awsEndpoint, 'user_registration', 'SendWelcomeEmail', 'BusinessRefusal');
  const run = await runWithFault(scene, email, fault);
  showRun(scene, run);
  const { items } = await call<{ items: readonly DeadLetter[] }>(scene, 'GET', '/workflows/dead-letters', { token });
  const letter = items.find(({ runId }) => runId === run.runId);
  if (!letter) throw new Error('the parked mail is not among the dead letters');
  timeline.moment(words.parked.letter(letter));
  timeline.detail(words.parked.redrive(letter));
  timeline.link(inConsole(scene, `/dead-letters?letter=${letter.id}`));
  await call(scene, 'POST', `/workflows/dead-letters/${letter.id}/redrive`, { token });
  timeline.moment(words.parked.late(await mailTo(scene, email, /欢迎|welcome/i)));
}
