import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { useLive } from '../../live/live.ts';
import { Block, Panel } from '../../parts/block.tsx';
import { Copyable } from '../../parts/copy.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Moment } from '../../time/moment.tsx';
import type { Deletion } from './progress.tsx';
import { useDeletionWords } from './words.ts';

const command = 'npm run verify-certificate -- certificate.json';

const Issued = ({ requestId }: { requestId: string }) => {
  const words = useDeletionWords().certificate;
  const live = useLive(`certificate ${requestId}`, () => replyTo(api.GET('/deletion-requests/{id}/certificate', { params: { path: { id: requestId } } })), undefined);
  return (
    <Block live={live} lines={3}>{({ certificate, algorithm, keyFingerprint }) => (
      <>
        <Facts of={[
          [words.number, <span class="number">{certificate.number}</span>], [words.issued, <Moment at={certificate.issuedAt} />], [words.algorithm, <code>{algorithm}</code>],
          [words.fingerprint, <Copyable text={keyFingerprint} label={words.fingerprint} />],
        ]} />
        <div class="panel-body verify-hint">
          <p><a class="button small" href={`/api/deletion-requests/${encodeURIComponent(requestId)}/certificate`} download={`certificate-${certificate.number}.json`}>{words.download}</a></p>
          <p>{words.how}</p>
          <p><span class="sub">{words.verify}</span> <Copyable text={command} label={words.verify} /></p>
        </div>
      </>
    )}</Block>
  );
};

/** What the tenant can show of the deletion. */
export const CertificatePanel = ({ deletion: { requestId, status } }: { deletion: Deletion }) => {
  const words = useDeletionWords().certificate;
  return <Panel id="certificate" title={words.title}>{status === 'COMPLETED' ? <Issued requestId={requestId} /> : <p class="panel-body">{words.later}</p>}</Panel>;
};
