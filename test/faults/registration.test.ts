import { World } from '../support/world.ts';

test('happy', async () => {
  const { world, subject } = await World.withRegistration();
  await world.settle();
  const run = await world.runOf('user_registration', subject);
  console.log(run, world.machines.executions.map(({path,status})=>[path,status]), world.mailbox.sent.map(m=>m.mail.subject), world.bus.events.map(e=>[e.type,e.detail.aggregateId,e.detail.aggregateVersion]));
  console.log(await world.verify(world.tokenOf(subject)));
  await world.settle();
  console.log(world.machines.executions.map(({path,status})=>[path,status]), world.mailbox.sent.map(m=>m.mail.subject), await world.user(subject), world.tables.conflicts);
  world.end();
});
