import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import type { FieldError } from '../../api/reply.ts';
import { replyTo } from '../../api/reply.ts';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { Labelled, wrongAt } from '../../parts/labelled.tsx';
import type { Deletion } from './progress.tsx';
import { useDeletionWords } from './words.ts';

const dayMs = 86_400_000;
const dayAfter = (at: string): string => new Date(Date.parse(at) + dayMs).toISOString().slice(0, 10);

/** Moves the due date as far as the law allows; the time of the day stays what it was. */
export const Extend = ({ deletion: { requestId, dueAt }, latest, done }: { deletion: Deletion; latest: string; done: () => void }) => {
  const words = useDeletionWords().extend;
  const [isAsking, setAsking] = useState(false);
  const [day, setDay] = useState(latest.slice(0, 10));
  const [errors, setErrors] = useState<readonly FieldError[]>();
  const extend = async (reason: string) => {
    const body = { until: `${day}${dueAt.slice(10)}`, reason };
    const reply = await keyed(`extend ${requestId}`, body, (header) => replyTo(api.POST('/deletion-requests/{id}/extend', { params: { path: { id: requestId }, header }, body })));
    setErrors(reply.kind === 'refusal' ? reply.problem.errors : undefined);
    return reply;
  };
  return (
    <>
      <button type="button" class="button plain small" onClick={() => setAsking(true)}>{words.name}</button>
      {isAsking && (
        <ConfirmDialog close={() => setAsking(false)} act={{ name: words.name, effect: words.effect({ latest: latest.slice(0, 10) }), requested: words.requested, run: extend, onRequested: done }}>
          <Labelled id="extend-until" label={words.until} wrong={wrongAt(errors, '/until')}>
            <input id="extend-until" type="date" required min={dayAfter(dueAt)} max={latest.slice(0, 10)} value={day} aria-describedby="extend-until-hint" onInput={(event) => setDay(event.currentTarget.value)} />
          </Labelled>
        </ConfirmDialog>
      )}
    </>
  );
};
