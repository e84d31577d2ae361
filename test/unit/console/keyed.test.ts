import { keyed } from '../../../console/src/api/keyed.ts';
import type { Reply } from '../../../console/src/api/reply.ts';

const sent: string[] = [];
beforeEach(() => {
  sent.length = 0;
});
const send = (act: string, body: unknown, reply: Reply<unknown>) => keyed(act, body, async ({ 'Idempotency-Key': key }) => {
  sent.push(key);
  return reply;
});
const trouble: Reply<unknown> = { kind: 'trouble', cause: 'unreachable' };
const answer: Reply<unknown> = { kind: 'answer', value: undefined };
const refusal: Reply<unknown> = { kind: 'refusal', status: 409, problem: { type: 'about:blank' } };

test('an act whose outcome is not known goes out again under its key, and once it is answered the next one is another', async () => {
  for (const reply of [trouble, trouble, answer, answer]) await send('redrive a', 'why', reply);
  expect([sent[0] === sent[1], sent[1] === sent[2], sent[2] === sent[3]]).toEqual([true, true, false]);
});

test('what was refused is done anew', async () => {
  for (const reply of [refusal, answer]) await send('redrive b', 'why', reply);
  expect(new Set(sent).size).toBe(2);
});

test('another act, or the same one for another reason, never goes out under its key', async () => {
  await send('redrive c', 'why', trouble);
  await send('redrive c', 'because', trouble);
  await send('redrive d', 'why', trouble);
  expect(new Set(sent).size).toBe(3);
});
