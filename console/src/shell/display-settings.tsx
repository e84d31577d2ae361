import type { Language } from '../language.tsx';
import { useLanguage } from '../language.tsx';
import { languages } from '../languages.ts';
import type { Zone } from '../time/zone.ts';
import { chooseZone, offsetOf, zone, zoneName } from '../time/zone.ts';
import { now } from '../time/clock.ts';
import type { Theme } from './theme.ts';
import { chooseTheme, theme, themes } from './theme.ts';
import { useShellWords } from './words.ts';

const zones: readonly Zone[] = ['local', 'utc'];
export const languageNames: Readonly<Record<Language, { readonly short: string; readonly full: string }>> = {
  'zh-CN': { short: '中文', full: '中文' },
  en: { short: 'EN', full: 'EN – English' },
};

export const LanguageSwitch = () => {
  const { language, words, choose } = useLanguage();
  return (
    <div class="languages" role="group" aria-label={words.languages}>
      {languages.map((offered) => (
        <button key={offered} type="button" lang={offered} aria-label={languageNames[offered].full} aria-pressed={offered === language} onClick={() => choose(offered)}>
          {languageNames[offered].short}
        </button>
      ))}
    </div>
  );
};

export const ZoneSelect = () => {
  const words = useShellWords();
  return (
    <select class="zone" aria-label={words.zone} title={zoneName.value} value={zone.value} onChange={(event) => chooseZone(event.currentTarget.value as Zone)}>
      {zones.map((each) => <option key={each} value={each}>{each === zone.value ? offsetOf(zoneName.value, now.value) : words.zones[each]}</option>)}
    </select>
  );
};

export const ThemeSelect = () => {
  const words = useShellWords();
  return (
    <select class="theme" aria-label={words.theme} value={theme.value} onChange={(event) => chooseTheme(event.currentTarget.value as Theme)}>
      {themes.map((each) => <option key={each} value={each}>{words.themes[each]}</option>)}
    </select>
  );
};
