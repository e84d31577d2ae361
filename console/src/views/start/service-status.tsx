import { useLanguage } from '../../language.tsx';
import { Check, Cross, HalfDisc, Warning } from '../../parts/glyphs.tsx';
import { clockText } from '../../time/format.ts';
import { offsetOf, zoneName } from '../../time/zone.ts';
import type { Words } from '../../words/zh-cn.ts';
import type { Reading } from './health.ts';
import { useHealth } from './health.ts';

/** A status that this page does not know yet is shown by its own name. */
const chipOf = (reading: Reading, words: Words['service']) => {
  if (reading.kind === 'none') return { family: 'moving', Glyph: HalfDisc, word: words.checking };
  if (reading.kind === 'down') return { family: 'broken', Glyph: Cross, word: words.unreachable };
  return reading.health.status === 'ok'
    ? { family: 'done', Glyph: Check, word: words.running }
    : { family: 'attention', Glyph: Warning, word: words.reports({ status: reading.health.status }) };
};

const Facts = ({ reading }: { reading: Reading }) => {
  const { words } = useLanguage();
  if (reading.kind === 'none') return null;
  const at = reading.at.getTime();
  return (
    <dl class="facts">
      {reading.kind === 'up' && <div><dt>{words.service.stage}</dt><dd>{reading.health.stage}</dd></div>}
      {reading.kind === 'up' && <div><dt>{words.service.version}</dt><dd>{reading.health.version}</dd></div>}
      <div><dt>{words.service.checkedAt}</dt><dd><time dateTime={reading.at.toISOString()}>{clockText(at, zoneName.value)} {offsetOf(zoneName.value, at)}</time></dd></div>
    </dl>
  );
};

export const ServiceStatus = () => {
  const { words } = useLanguage();
  const { reading, checkNow } = useHealth();
  const { family, Glyph, word } = chipOf(reading, words.service);
  return (
    <section class="card strip" aria-labelledby="service-status">
      <div class="status">
        <h2 id="service-status">{words.service.heading}</h2>
        <p role="status"><span class={`chip ${family}`}><Glyph />{word}</span></p>
      </div>
      {reading.kind === 'down' && <p class="text">{words.service.unreachableEffect}</p>}
      <Facts reading={reading} />
      <button type="button" class="button plain small" onClick={checkNow}>{words.service.checkNow}</button>
    </section>
  );
};
