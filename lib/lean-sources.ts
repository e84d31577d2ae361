import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const LITERAL = String.raw`'(?:[^'\\\n]|\\.)*'`;
const WORDS = String.raw`\w+|\[[^\]]*\]`;
const MEANINGS = String.raw`\{(?:[^{}']|${LITERAL})*\}`;
const said: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`^  (?:summary|description): ${LITERAL},$`, 'gm'), ''],
  [new RegExp(String.raw`\.check\(z\.describe\(${LITERAL}\)\)`, 'g'), ''],
  [new RegExp(String.raw`,\s*z\.describe\(${LITERAL}\)`, 'g'), ''],
  [new RegExp(String.raw`\bmoment\(${LITERAL}\)`, 'g'), 'z.string()'],
  [new RegExp(String.raw`\bledBy\(${LITERAL}, (\w+)\)`, 'g'), '$1'],
  [new RegExp(String.raw`\boneOf\((${WORDS}), ${LITERAL}, ${MEANINGS}\)`, 'g'), 'z.enum($1)'],
];
/** Braces with what they hold, as deep as declarations go. */
const braces = (depth: number): string => (depth === 0 ? String.raw`\{[^{}]*\}` : String.raw`\{(?:[^{}]|${braces(depth - 1)})*\}`);
const TOUCHES = new RegExp(`\\btouches: ${braces(3)}`, 'g');
/** What a function touches is for whoever makes its role. */
const withoutTouches = (source: string): string => source.replaceAll(TOUCHES, 'touches: {}');

/** What is said of fields is for whoever reads the document: a function that only validates starts without it. */
const withoutDescriptions = (source: string): string => said.reduce((text, [words, instead]) => text.replaceAll(words, instead), source);

/** A file of routes, schemas or events is plain data that many endpoints share: whatever none of a bundle's code names is left out of it. */
const leftOutIfUnused = (source: string): string => source.replaceAll(/^((?:export )?const \w+ = )([\s\S]*?);$/gm, '$1/* @__PURE__ */ (() => ($2))();');
const PLAIN_DATA = /lambdas\/(?:api\/(?:[^/]+\/)?(?:routes|fields)|(?:api|domain)\/(?:[^/]+\/)?[\w-]+-schemas|domain\/events\/catalogue)\.ts$/;

export const leanSources = (descriptions: 'kept' | 'left out'): Plugin => ({
  name: 'only what a function needs of what many share',
  setup(building) {
    building.onLoad({ filter: /lambdas\/(?:(?:api|domain)\/.*|workflows\/[^/]+\/workflow)\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const told = withoutTouches(descriptions === 'kept' ? source : withoutDescriptions(source));
      return { contents: PLAIN_DATA.test(path) ? leftOutIfUnused(told) : told, loader: 'ts' };
    });
  },
});
