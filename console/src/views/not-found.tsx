import { useLanguage } from '../language.tsx';
import { Link } from '../navigation.tsx';
import { Question } from '../parts/glyphs.tsx';

export const NotFoundView = () => {
  const { words } = useLanguage();
  return (
    <section class="card narrow">
      <div class="badge quiet"><Question /></div>
      <h1>{words.notFound.heading}</h1>
      <p class="lead">{words.notFound.lead}</p>
      <p class="act"><Link class="button plain" to="/">{words.backToStart}</Link></p>
    </section>
  );
};
