import { parseArgs } from 'node:util';
import { deletion } from './demo/deletion.ts';
import { paused, statistics } from './demo/operator.ts';
import { compensated, parked, wholeWay } from './demo/registration.ts';
import { roles } from './demo/roles.ts';
import { call } from './demo/scene.ts';
import { mailboxAt } from './mailbox.ts';
import { readOutputs, type Outputs } from './outputs.ts';

const HELP = `npm run demo

Plays a registration, a role that is given and taken away, a registration that fails and is undone, one whose welcome mail
fails, what an operator does with a paused process, and a deletion with its certificate, against the platform that \`npm start\`
runs; prints them as timelines, and the statistics at the end.`;

async function play(outputs: Outputs): Promise<void> {
  const mailbox = await mailboxAt(outputs.awsEndpoint);
  const { sessionToken: token } = await call<{ sessionToken: string }>(outputs, 'POST', '/auth/login', { body: { tenantId: outputs.tenantId, ...outputs.admin } });
  const scene = { outputs, mailbox, token };
  const lin = await wholeWay(scene);
  await roles(scene, lin);
  await compensated(scene);
  await parked(scene);
  await paused(scene);
  await deletion(scene, lin);
  await statistics(scene);
}

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
if (values.help === true) console.log(HELP);
else await readOutputs().then(play).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
