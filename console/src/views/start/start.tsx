import { useLanguage } from '../../language.tsx';
import { Link } from '../../navigation.tsx';
import { Envelope } from '../../parts/glyphs.tsx';
import { standing } from '../../session.ts';
import { LoginForm } from '../login/login-form.tsx';
import { useLoginWords } from '../login/words.ts';
import { ProcessPicture } from './process-picture.tsx';
import { ServiceStatus } from './service-status.tsx';

/** What a visitor sees: what this is, the way in, and how the service is. */
export const StartView = () => {
  const { words } = useLanguage();
  const own = useLoginWords();
  const wasIn = standing.value.kind === 'visitor' && standing.value.wasIn;
  return (
    <div class="start">
      <div class="welcome">
        <div>
          <h1>{words.start.heading}</h1>
          <p class="lead">{words.start.lead}</p>
          <ProcessPicture />
        </div>
        <section class="card" aria-labelledby="login-heading">
          <h2 id="login-heading">{own.heading}</h2>
          {wasIn && <p class="aside">{own.over}</p>}
          <div class="act"><LoginForm /></div>
        </section>
      </div>
      <div class="strips">
        <section class="card strip hint-strip" aria-labelledby="mail-hint">
          <div class="badge moving"><Envelope /></div>
          <div>
            <h2 id="mail-hint">{words.start.mailHeading}</h2>
            <p>{words.start.mailHint}</p>
          </div>
        </section>
        <ServiceStatus />
      </div>
      <p class="further"><Link to="/api-docs">{words.apiDocs}</Link></p>
    </div>
  );
};
