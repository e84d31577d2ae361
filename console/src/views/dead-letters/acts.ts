import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import { replyTo } from '../../api/reply.ts';
import { tenantInView } from '../../navigation.tsx';
import type { Act } from '../../parts/confirm.tsx';
import type { Letter, LetterGroup } from './groups.ts';
import type { DeadLetterWords } from './words.ts';

const ofLetter = ({ id }: Letter) => ({ path: { id }, query: { tenant: tenantInView.value } });

export const redriveAct = (letter: Letter, { redrive: words }: DeadLetterWords, done: () => void): Act => ({
  name: words.name, effect: words.effect({ redrive: letter.redrive }), requested: words.requested, onRequested: done,
  run: (reason) => keyed(`redrive ${letter.id}`, reason, (header) => replyTo(api.POST('/workflows/dead-letters/{id}/redrive', { params: { ...ofLetter(letter), header }, body: { reason } }))),
});

export const handledAct = (letter: Letter, { handled: words }: DeadLetterWords, done: () => void): Act => ({
  name: words.name, effect: words.effect, requested: words.requested, onRequested: done,
  run: (reason) => keyed(`close ${letter.id}`, reason, (header) => replyTo(api.DELETE('/workflows/dead-letters/{id}', { params: { ...ofLetter(letter), header }, body: { reason } }))),
});

export const PER_MINUTE = 60;

/** Everything that has the cause of the group; with `dryRun` the service only says what that would be. */
export const bulkRedrive = ({ type, errorClass }: LetterGroup, dryRun: boolean, reason: string) => {
  const body = { type, errorClass, dryRun, perMinute: PER_MINUTE, reason };
  return keyed('bulk', body, (header) => replyTo(api.POST('/workflows/bulk-retries', { params: { query: { tenant: tenantInView.value }, header }, body })));
};
