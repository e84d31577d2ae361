import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import { replyTo } from '../../api/reply.ts';
import { Labelled } from '../../parts/labelled.tsx';
import { useDeletionWords } from './words.ts';

const grounds = ['consent_withdrawn', 'no_longer_necessary', 'objection', 'unlawful_processing', 'legal_obligation', 'child', 'other'] as const;
export type Ground = (typeof grounds)[number];

interface Asked { readonly reason: string; readonly ground: Ground; readonly gracePeriodSeconds?: number; readonly password?: string }
/** Asks that an account be deleted: one's own with the password once more, or somebody's. */
export const deletionRequested = (userId: string, body: Asked) =>
  keyed(`delete ${userId}`, body, (header) => replyTo(api.POST('/users/{id}/deletion-requests', { params: { path: { id: userId }, header }, body })));

export const GroundField = ({ id, label, ground, choose }: { id: string; label: string; ground: Ground; choose: (ground: Ground) => void }) => {
  const words = useDeletionWords();
  return (
    <Labelled id={id} label={label}>
      <select id={id} value={ground} onChange={(event) => choose(event.currentTarget.value as Ground)}>
        {grounds.map((each) => <option key={each} value={each}>{words.grounds[each]}</option>)}
      </select>
    </Labelled>
  );
};
