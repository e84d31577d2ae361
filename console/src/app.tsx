import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Language } from './language.tsx';
import { useLanguage } from './language.tsx';
import { Link, usePath } from './navigation.tsx';
import { Mark } from './parts/glyphs.tsx';
import { routeOf } from './routes.ts';

const nameOf: Readonly<Record<Language, { short: string; full: string }>> = {
  'zh-CN': { short: '中文', full: '中文' },
  en: { short: 'EN', full: 'English' },
};

const LanguageSwitch = () => {
  const { language, words, choose } = useLanguage();
  const button = (offered: Language) => (
    <button type="button" lang={offered} aria-label={nameOf[offered].full} aria-pressed={offered === language} onClick={() => choose(offered)}>
      {nameOf[offered].short}
    </button>
  );
  return <div class="languages" role="group" aria-label={words.languages}>{button('zh-CN')}{button('en')}</div>;
};

const Header = () => {
  const { words } = useLanguage();
  return (
    <header class="bar">
      <Link class="place" to="/"><Mark /><span>{words.place}</span></Link>
      <LanguageSwitch />
    </header>
  );
};

/** Header, and below it the view that belongs to the path. After a change of view the reader continues at its beginning. */
export const App = () => {
  const path = usePath();
  const { words } = useLanguage();
  const { view: View, title } = routeOf(path);
  const content = useRef<HTMLElement>(null);
  const lastPath = useRef(path);
  useLayoutEffect(() => {
    document.title = `${title(words)} · ${words.place}`;
  }, [path, words]);
  useLayoutEffect(() => {
    if (lastPath.current !== path) content.current?.focus();
    lastPath.current = path;
  }, [path]);
  return (
    <>
      <Header />
      <main ref={content} tabIndex={-1}><View /></main>
    </>
  );
};
