import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useLanguage } from './language.tsx';
import { Link, path } from './navigation.tsx';
import { Mark } from './parts/glyphs.tsx';
import type { Route } from './routes.ts';
import { pageOf } from './routes.ts';
import { probeSession, standing } from './session.ts';
import { LanguageSwitch } from './shell/display-settings.tsx';
import { lazy } from './shell/lazy-part.tsx';
import { fetchView, Reload } from './shell/lazy-view.tsx';
import { placeOf } from './shell/places.ts';
import { useShellWords } from './shell/words.ts';
import { LoginView } from './views/login/login.tsx';
import { StartView } from './views/start/start.tsx';

const Shell = lazy(() => import('./shell/shell.tsx'), null, <main><Reload /></main>);
const ClosedView = lazy(() => import('./views/closed/closed.tsx'), null, <main><Reload /></main>);

const Header = () => {
  const { words } = useLanguage();
  return (
    <header class="bar">
      <Link class="place" to="/"><Mark /><span>{words.place}</span></Link>
      <LanguageSwitch />
    </header>
  );
};

/** A page that needs no session, such as those that mails link to. After a change of view the reader continues at its beginning. */
const Page = ({ route: { view: View } }: { route: Pick<Route, 'view'> }) => {
  const content = useRef<HTMLElement>(null);
  const lastPath = useRef(path.value);
  useLayoutEffect(() => {
    if (lastPath.current !== path.value) content.current?.focus();
    lastPath.current = path.value;
  }, [path.value]);
  return <><Header /><main ref={content} tabIndex={-1}><View /></main></>;
};

const useTitle = () => {
  const { words } = useLanguage();
  const { places } = useShellWords();
  const found = placeOf(path.value);
  const title = found ? places[found.place.name] : pageOf(path.value).title(words);
  useLayoutEffect(() => {
    document.title = `${title} · ${words.place}`;
  }, [title, words]);
};

/** The console for whoever is logged in; for everybody else the pages that need no session, and the way in. */
export const App = () => {
  const found = placeOf(path.value);
  useTitle();
  useEffect(() => {
    if (!found || standing.peek().kind !== 'unknown') return;
    void probeSession();
    void fetchView(found.place);
  }, [found === undefined]);
  if (!found) return <Page route={pageOf(path.value)} />;
  if (standing.value.kind === 'unknown') return null;
  if (standing.value.kind === 'closed') return <Page route={{ view: ClosedView }} />;
  if (standing.value.kind === 'in') return <Shell found={found} />;
  return <Page route={{ view: path.value === '/' ? StartView : LoginView }} />;
};
