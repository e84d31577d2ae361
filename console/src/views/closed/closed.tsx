import { useLayoutEffect, useRef } from 'preact/hooks';
import { go } from '../../navigation.tsx';
import { Copyable } from '../../parts/copy.tsx';
import { Clock } from '../../parts/glyphs.tsx';
import { standing } from '../../session.ts';
import { now } from '../../time/clock.ts';
import { momentText } from '../../time/format.ts';
import { zoneName } from '../../time/zone.ts';
import { useClosedWords } from './words.ts';

const leave = () => {
  standing.value = { kind: 'visitor', wasIn: false };
  go('/');
};

/** What whoever has asked for the deletion of her own account must know: she is logged out, and the receipt code is told this once. */
const ClosedView = () => {
  const words = useClosedWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  if (standing.value.kind !== 'closed') return null;
  const { graceEndsAt, receiptCode } = standing.value.deletion;
  return (
    <section class="card narrow" aria-labelledby="closed-heading">
      <div class="badge attention"><Clock /></div>
      <h1 id="closed-heading" ref={heading} tabIndex={-1}>{words.heading}</h1>
      <p class="lead">{words.lead({ time: momentText(Date.parse(graceEndsAt), zoneName.value, now.value) })}</p>
      {receiptCode && (
        <dl class="note">
          <div><dt>{words.receipt}</dt><dd><Copyable text={receiptCode} label={words.receipt} /></dd></div>
          <div><dd>{words.receiptHint}</dd></div>
        </dl>
      )}
      <p class="act"><button type="button" class="button plain" onClick={leave}>{words.done}</button></p>
    </section>
  );
};

export default ClosedView;
