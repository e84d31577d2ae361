import { useLanguage } from '../../language.tsx';
import { Link } from '../../navigation.tsx';
import { Envelope } from '../../parts/glyphs.tsx';
import { ProcessPicture } from './process-picture.tsx';
import { ServiceStatus } from './service-status.tsx';

export const StartView = () => {
  const { words } = useLanguage();
  return (
    <div class="start">
      <div class="welcome">
        <div>
          <h1>{words.start.heading}</h1>
          <p class="lead">{words.start.lead}</p>
        </div>
        <ProcessPicture />
      </div>
      <div class="strips">
        <section class="card strip hint-strip" aria-labelledby="mail-hint">
          <div class="badge moving"><Envelope /></div>
          <div>
            <h2 id="mail-hint">{words.start.mailHeading}</h2>
            <p>{words.start.mailHint}</p>
            <p><Link to="/reset">{words.start.forgotten}</Link></p>
          </div>
        </section>
        <ServiceStatus />
      </div>
    </div>
  );
};
