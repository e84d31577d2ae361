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

interface Said { readonly heading: string; readonly lead: string }
type Phase<Kind extends string> = { readonly kind: Kind } | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** Where the reader of a page stands: in the page's words, and in trouble what that means for what was asked. */
export const textAt = <Kind extends string>(phase: Phase<Kind>, texts: Readonly<Record<Kind, Said>> & { readonly trouble: TroubleWords & Pick<Said, 'heading'> }, words: Words): Said =>
  ('trouble' in phase ? { heading: texts.trouble.heading, lead: troubleText(phase.trouble, texts.trouble, words) } : texts[phase.kind]);
