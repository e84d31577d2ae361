import * as fc from 'fast-check';
import { languages, negotiateLanguage } from '../../../lambdas/domain/language.ts';

describe('the language a caller asks for', () => {
  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['ZH-cn', 'zh-CN'],
    ['en', 'en'],
    ['en-US', 'en'],
    ['EN-gb', 'en'],
    ['en-US,en;q=0.9,zh-CN;q=0.8', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh;q=0.5, en;q=0.7', 'en'],
    ['zh;q=0.5 , en ; q=0.7', 'en'],
    ['fr-FR,fr;q=0.9,en;q=0.1', 'en'],
    ['de, en;q=0.5, *;q=0.1', 'en'],
    ['en, zh', 'en'],
    ['zh, en', 'zh-CN'],
    ['zh-TW;q=0, zh-CN;q=0.5, en;q=0.4', 'zh-CN'],
  ])('%s is answered in %s', (header, language) => {
    expect(negotiateLanguage(header)).toBe(language);
  });

  it.each([undefined, '', ' ', ',;,;q=', 'fr', 'fr, de;q=0.5', 'zhx', 'en;q=2', 'en;q=abc', 'en;q=0.1234', '*', 'english-language-please', '\u0000', '中文'])(
    'garbage, nothing and foreign languages (%j) leave the fallback', (header) => {
      expect(negotiateLanguage(header, 'zh-CN')).toBe('zh-CN');
      expect(negotiateLanguage(header, 'en')).toBe('en');
    });

  it('a language that is refused is not chosen while there is another', () => {
    expect(negotiateLanguage('zh;q=0, *')).toBe('en');
    expect(negotiateLanguage('zh;q=0')).toBe('en');
    expect(negotiateLanguage('en;q=0', 'en')).toBe('zh-CN');
    expect(negotiateLanguage('en;q=0, zh;q=0', 'en')).toBe('en');
  });

  it('any header gives one of our languages', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (header) => {
      expect(languages).toContain(negotiateLanguage(header));
    }));
  });

  it('only the beginning of an endless header is read', () => {
    const begun = performance.now();
    expect(negotiateLanguage(`${'fr,'.repeat(1_000_000)}en`)).toBe('zh-CN');
    expect(negotiateLanguage(`a${'-a'.repeat(1_000_000)}!`)).toBe('zh-CN');
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
