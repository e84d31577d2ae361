import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { stepName } from '../../names/names.ts';
import { go, within } from '../../navigation.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { PersonLink } from '../../parts/person.tsx';
import { announce } from '../../parts/toasts.tsx';
import { Moment } from '../../time/moment.tsx';
import { bulkRedrive, PER_MINUTE } from './acts.ts';
import type { LetterGroup } from './groups.ts';
import { inBulk } from './groups.ts';
import { useDeadLetterWords } from './words.ts';

type Preview = Extract<Answer<'/workflows/bulk-retries', 'post'>, { readonly items: unknown }>;

const shownInSample = 4;
/** From so many on the count has to be typed. */
const large = 20;

const Sample = ({ preview: { items }, skipped }: { preview: Preview; skipped: number }) => {
  const words = useDeadLetterWords().bulk;
  return (
    <div class="sample">
      <p class="sample-title">{words.sample}</p>
      <ul>{items.slice(0, shownInSample).map(({ runId, step, subject, startedAt }) => <li key={runId}>{step && <span>{stepName(step)}</span>}<PersonLink id={subject} /><Moment at={startedAt} /></li>)}</ul>
      {skipped > 0 && <p class="hint">{words.skipped({ count: skipped })}</p>}
    </div>
  );
};

/** Everything of one cause at once: first the service counts, and what it counted is what the dialog says. */
export const BulkRedrive = ({ group }: { group: LetterGroup }) => {
  const words = useDeadLetterWords().bulk;
  const [isCounting, setCounting] = useState(false);
  const [preview, setPreview] = useState<Preview>();
  const count = async () => {
    if (isCounting) return;
    setCounting(true);
    const reply = await bulkRedrive(group, true, words.preview);
    setCounting(false);
    if (reply.kind !== 'answer' || !('items' in reply.value)) announce(words.failed);
    else if (reply.value.count === 0) announce(words.none);
    else setPreview(reply.value);
  };
  const begin = async (reason: string) => {
    const reply = await bulkRedrive(group, false, reason);
    if (reply.kind === 'answer' && 'batchId' in reply.value) go(within(`/dead-letters/batches/${encodeURIComponent(reply.value.batchId)}`));
    return reply;
  };
  const selected = inBulk(group).length;
  return (
    <>
      <button type="button" class="button small" aria-disabled={isCounting} onClick={() => void count()}>{isCounting ? words.looking : words.name({ count: selected })}</button>
      {preview && (
        <ConfirmDialog close={() => setPreview(undefined)} act={{
          name: words.name({ count: preview.count }), effect: words.effect({ count: `${preview.count}${preview.more ? '+' : ''}`, perMinute: PER_MINUTE }),
          typed: preview.count >= large ? String(preview.count) : undefined, run: begin, requested: words.requested,
        }}>
          <Sample preview={preview} skipped={Math.max(0, group.letters.length - preview.count)} />
        </ConfirmDialog>
      )}
    </>
  );
};
