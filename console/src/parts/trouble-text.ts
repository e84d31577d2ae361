import type { Trouble } from '../api/reply.ts';
import type { Words } from '../words/zh-cn.ts';

/** Above it nobody counts seconds. */
const LONGEST_IN_SECONDS = 90;

const duration = (seconds: number, words: Words['duration']) =>
  (seconds > LONGEST_IN_SECONDS ? words.minutes({ count: Math.ceil(seconds / 60) }) : words.seconds({ count: seconds }));

type TroubleWords = Readonly<Record<'unreachable' | 'busy' | 'failing', string>> & { readonly busyFor: (slots: { wait: string }) => string };

/** What the trouble means for what was asked, in the words of whoever asked; how long to wait, where the service said it. */
export const troubleText = ({ cause, retryAfterSeconds }: Trouble, texts: TroubleWords, words: Words): string =>
  (cause === 'busy' && retryAfterSeconds ? texts.busyFor({ wait: duration(retryAfterSeconds, words.duration) }) : texts[cause]);
