import type { ComponentChildren } from 'preact';
import { Link } from '../navigation.tsx';
import { letters } from './keys.ts';
import type { PlaceName } from './places.ts';
import { mayEnter, menu } from './places.ts';
import { useShellWords } from './words.ts';

const glyphs: Readonly<Record<PlaceName, ComponentChildren>> = {
  overview: <><rect x="4" y="4" width="7" height="7" rx="1.5" /><rect x="13" y="4" width="7" height="7" rx="1.5" /><rect x="4" y="13" width="7" height="7" rx="1.5" /><rect x="13" y="13" width="7" height="7" rx="1.5" /></>,
  runs: <path d="M4 6.5h9M4 12h14M8 17.5h12" />,
  deadLetters: <><rect x="3.5" y="5.5" width="17" height="13" rx="2.5" /><path d="m9.5 9.5 5 5M14.5 9.5l-5 5" /></>,
  deletions: <path d="M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7" />,
  people: <><circle cx="9" cy="8.5" r="3.5" /><path d="M3.5 19c.6-3.2 2.7-5 5.5-5s4.9 1.8 5.5 5M15 5.3a3.5 3.5 0 0 1 0 6.4M17 14.6c1.8.7 3 2.2 3.5 4.4" /></>,
  tenants: <path d="M4 20V6.5L12 3v17M12 9l8 3v8M3 20h18M7.5 9.5v.1M7.5 13v.1M16 15v.1" />,
  account: <><circle cx="12" cy="8.5" r="4" /><path d="M4.5 20c.7-3.9 3.6-6 7.5-6s6.8 2.1 7.5 6" /></>,
  configuration: <><path d="M4 8h9M19 8h1M4 16h1M11 16h9" /><circle cx="16" cy="8" r="2.5" /><circle cx="8" cy="16" r="2.5" /></>,
};

export const PlaceGlyph = ({ name }: { name: PlaceName }) => <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{glyphs[name]}</svg>;

/** Only what the reader may see. */
export const NavigationList = ({ current, onFollow }: { current: PlaceName | undefined; onFollow: () => void }) => {
  const words = useShellWords();
  return (
    <ul onClick={onFollow}>
      {menu.filter(mayEnter).map(({ name, path }) => (
        <li key={name}>
          <Link to={path} class="entry" aria-current={name === current ? 'page' : undefined}>
            <PlaceGlyph name={name} />
            <span>{words.places[name]}</span>
            <kbd aria-hidden="true">g {letters[name]}</kbd>
          </Link>
        </li>
      ))}
    </ul>
  );
};
