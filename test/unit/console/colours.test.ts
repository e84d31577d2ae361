import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clampRgb, converter, differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt, filterDeficiencyTrit, formatHex, interpolate, parse, wcagContrast, type Color } from 'culori';

const tokens = readFileSync(join(import.meta.dirname, '../../../console/src/tokens.css'), 'utf8');
const families = ['moving', 'done', 'attention', 'undo', 'broken', 'quiet'] as const;
const themes = ['light', 'dark'] as const;

/** A token as the stylesheet has it, in one of the themes. */
const colourOf = (name: string, theme: (typeof themes)[number]): Color => {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\)`).exec(tokens) ?? [];
  const colour = parse((theme === 'light' ? light : dark) ?? '');
  if (!colour) throw new Error(`the stylesheet has no colour ${name}`);
  return colour;
};

/** What `color-mix(in srgb, family 12%, page)` gives on a screen, in whole steps. */
const chipOf = (family: Color, page: Color): string => formatHex(interpolate([page, family], 'rgb')(0.12));

/** What a colour becomes to an eye: the matrices (Machado 2009) are made for linear light, and the library applies them to what it is given. */
const seenWith = (filter: (light: Color) => Color | undefined) => (colour: Color): Color => {
  const { r, g, b } = converter('lrgb')(colour);
  const seen = converter('rgb')(filter({ mode: 'rgb', r, g, b }) ?? colour);
  return clampRgb({ mode: 'lrgb', r: seen.r, g: seen.g, b: seen.b });
};
const sights = {
  'full sight': (colour: Color) => colour, 'no red': seenWith(filterDeficiencyProt(1)), 'no green': seenWith(filterDeficiencyDeuter(1)),
  'no blue': seenWith(filterDeficiencyTrit(1)),
};
const pairs = families.flatMap((one, position) => families.slice(position + 1).map((other) => [one, other] as const));
const leastContrast = 4.5;
const leastDifference = 13;

describe.each(themes)('in the %s theme', (theme) => {
  test('every family of colour can be read on the page, on a panel and on its own chip', () => {
    const page = colourOf('page', theme);
    const grounds = (family: Color) => ({ page, panel: colourOf('panel', theme), card: colourOf('card', theme), chip: chipOf(family, page) });
    const faint = families.flatMap((name) => {
      const family = colourOf(name, theme);
      return Object.entries(grounds(family)).filter(([, ground]) => wcagContrast(family, ground) < leastContrast).map(([ground]) => `${name} on ${ground}`);
    });
    expect(faint).toEqual([]);
  });

  test.each(Object.entries(sights))('any two families can be told apart with %s', (_, seen) => {
    const difference = differenceCiede2000();
    const alike = pairs.map(([one, other]) => [`${one} and ${other}`, difference(seen(colourOf(one, theme)), seen(colourOf(other, theme)))] as const)
      .filter(([, apart]) => apart < leastDifference);
    expect(alike).toEqual([]);
  });
});

test('a colour that is too faint, or too like another, would be found', () => {
  expect(wcagContrast('#9bc5fe', '#fff')).toBeLessThan(leastContrast);
  const [red, green] = [parse('#c0392b'), parse('#6a7a1b')];
  if (!red || !green) throw new Error('these are colours');
  expect(differenceCiede2000()(red, green)).toBeGreaterThan(leastDifference);
  expect(differenceCiede2000()(sights['no green'](red), sights['no green'](green))).toBeLessThan(leastDifference);
});
