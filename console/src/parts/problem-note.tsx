import type { Problem } from '../api/reply.ts';
import { useLanguage } from '../language.tsx';

/** What the service itself said about a refusal, and the code by which its operators find the request. */
export const ProblemNote = ({ problem }: { problem: Problem | undefined }) => {
  const { words } = useLanguage();
  if (!problem?.detail && !problem?.requestId) return null;
  return (
    <dl class="note">
      {problem.detail && <div><dt>{words.serviceSays}</dt><dd>{problem.detail}</dd></div>}
      {problem.requestId && <div><dt>{words.requestCode}</dt><dd><code>{problem.requestId}</code></dd></div>}
    </dl>
  );
};
