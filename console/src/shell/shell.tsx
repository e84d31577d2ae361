import { lazy } from './lazy-part.tsx';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../language.tsx';
import { Link, path } from '../navigation.tsx';
import { Empty } from '../parts/empty.tsx';
import { Mark } from '../parts/glyphs.tsx';
import { Toasts } from '../parts/toasts.tsx';
import { logOut } from '../session.ts';
import { LanguageSwitch, ThemeSelect, ZoneSelect } from './display-settings.tsx';
import { listenToKeys, overlay } from './keys.ts';
import { LazyView } from './lazy-view.tsx';
import { LiveIndicator, StaleBar } from './live-indicator.tsx';
import { NavigationList, PlaceGlyph } from './navigation-list.tsx';
import type { Found } from './places.ts';
import { mayEnter } from './places.ts';
import { TenantSwitch } from './tenant-switch.tsx';
import { useShellWords } from './words.ts';

const loadOverlays = () => import('./overlays.tsx');
const Overlays = lazy(loadOverlays);

const Header = ({ found, isOpen, toggle }: { found: Found; isOpen: boolean; toggle: () => void }) => {
  const { words } = useLanguage();
  const own = useShellWords();
  return (
    <header class="topbar">
      <button type="button" class="bare menu-button" aria-expanded={isOpen} aria-controls="sidebar" aria-label={own.menu} onClick={toggle}>
        <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true"><path d={isOpen ? 'M6 6l12 12M18 6 6 18' : 'M4 7h16M4 12h16M4 17h16'} /></svg>
      </button>
      <Link class="place" to="/" aria-label={words.place}><Mark /></Link>
      <TenantSwitch />
      <button type="button" class="search" onClick={() => { overlay.value = 'palette'; }}>
        <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true"><circle cx="10.5" cy="10.5" r="6" /><path d="m15 15 5 5" /></svg>
        <span>{own.search}</span><kbd aria-hidden="true">⌘K</kbd>
      </button>
      <LiveIndicator />
      <ZoneSelect />
      <Link class="bare account-link" to="/account" title={own.places.account} aria-label={own.places.account} aria-current={found.place.name === 'account' ? 'page' : undefined}><PlaceGlyph name="account" /></Link>
    </header>
  );
};

const Sidebar = ({ found, isOpen, close }: { found: Found; isOpen: boolean; close: () => void }) => {
  const words = useShellWords();
  return (
    <div id="sidebar" class={`sidebar ${isOpen ? 'is-open' : ''}`}>
      <nav aria-label={words.navigation}><NavigationList current={found.place.name} onFollow={close} /></nav>
      <div class="settings" role="group" aria-label={words.account}>
        <LanguageSwitch />
        <ThemeSelect />
        <button type="button" class="bare" onClick={() => { overlay.value = 'keys'; }}>{words.help}<kbd aria-hidden="true">?</kbd></button>
        <button type="button" class="bare" onClick={() => void logOut()}>{words.logOut}</button>
      </div>
    </div>
  );
};

/** What every view of the console stands in. After a change of view the reader continues at its beginning. */
const Shell = ({ found }: { found: Found }) => {
  const words = useShellWords();
  const content = useRef<HTMLElement>(null);
  const lastPath = useRef(path.value);
  const [isOpen, setOpen] = useState(false);
  useEffect(listenToKeys, []);
  // Whoever presses a key and types on must not lose a letter to the loading.
  useEffect(() => void loadOverlays().catch(() => undefined), []);
  useLayoutEffect(() => {
    if (lastPath.current !== path.value) content.current?.focus({ preventScroll: true });
    lastPath.current = path.value;
  }, [path.value]);
  return (
    <div class="console">
      <a class="skip" href="#content" onClick={(event) => { event.preventDefault(); content.current?.focus(); }}>{words.skip}</a>
      <Header found={found} isOpen={isOpen} toggle={() => setOpen(!isOpen)} />
      <Sidebar found={found} isOpen={isOpen} close={() => setOpen(false)} />
      <main id="content" ref={content} tabIndex={-1}>
        <StaleBar />
        {mayEnter(found.place) ? <LazyView found={found} /> : <><h1>{words.places[found.place.name]}</h1><Empty kind="not allowed" title={words.forbidden} /></>}
      </main>
      <Toasts />
      {overlay.value && <Overlays />}
    </div>
  );
};

export default Shell;
