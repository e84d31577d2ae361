import { parseArgs } from 'node:util';
import { deletion } from './demo/deletion.ts';
import { dictionaries, languageOf } from './demo/languages.ts';
import { paused, statistics } from './demo/operator.ts';
import { compensated, parked, wholeWay } from './demo/registration.ts';
import { roles } from './demo/roles.ts';
import { call } from './demo/scene.ts';
import { Timeline } from './demo/timeline.ts';
import { mailboxAt } from './mailbox.ts';
import { OUTPUTS_FILE, readOutputs, type Outputs } from './outputs.ts';
import type { Language } from '../lambdas/domain/language.ts';

async function play(outputs: Outputs, language: Language): Promise<void> {
  const words = dictionaries[language];
  const timeline = new Timeline((line) => console.log(line), process.stdout.columns ?? Number(process.env['COLUMNS'] ?? 80));
  const mailbox = await mailboxAt(outputs.awsEndpoint);
  const { sessionToken: token } = await call<{ sessionToken: string }>({ outputs, language }, 'POST', '/auth/login', { body: { tenantId: outputs.tenantId, ...outputs.admin } });
  const scene = { outputs, mailbox, token, language, words, timeline };
  timeline.detail(words.console({ url: outputs.consoleUrl, email: outputs.admin.email, file: OUTPUTS_FILE }));
  const lin = await wholeWay(scene);
  await roles(scene, lin);
  await compensated(scene);
  await parked(scene);
  await paused(scene);
  await deletion(scene, lin);
  await statistics(scene);
  timeline.moment(words.finished({ seconds: timeline.seconds }));
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } } });
  const language = languageOf(values.lang, process.env);
  if (values.help === true) console.log(dictionaries[language].help);
  else await play(await readOutputs(), language);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
