import * as fc from 'fast-check';
import { personName } from '../../../lambdas/domain/person-name.ts';

const accepts = (input: unknown) => personName.safeParse(input).success;

describe('a name of a person', () => {
  it.each(['李', '小明', 'Anna', "O'Hara", 'María José', 'Jean-Luc', 'Ⅳ', 'محمد', 'می\u200Cخواهم', 'नागार्जुन', '𠮷田', 'Nguyễn', 'Müller', 'X Æ A-12', '<b>Bold</b>', '=1+1', '{"S":"x"}'])(
    '%s is one, in any script', (name) => {
      expect(personName.parse(name)).toBe(name);
    });

  it('is taken without the blanks around it', () => {
    expect(personName.parse('  Anna \u3000')).toBe('Anna');
  });

  it.each([['nothing', ''], ['blanks', ' \u3000'], ['only invisible characters', '\u200B\u200D'], ['only an accent', '\u0301']])('is not %s', (_, name) => {
    expect(accepts(name)).toBe(false);
  });

  it('has at most 100 characters, rare ideographs counted once', () => {
    expect(accepts('李'.repeat(100))).toBe(true);
    expect(accepts('𠮷'.repeat(100))).toBe(true);
    expect(accepts('a'.repeat(101))).toBe(false);
  });

  it('never holds a line break, a control character, a change of direction or half a character', () => {
    const forbidden = ['\r', '\n', '\0', '\t', '\u001B', '\u007F', '\u0085', '\u2028', '\u2029', '\u200E', '\u200F', '\u061C', '\u202A', '\u202E', '\u2066', '\u2069', '\uD800'];
    fc.assert(fc.property(fc.constantFrom(...forbidden), fc.nat({ max: 4 }), (character, at) => {
      expect(accepts(`${'Anna'.slice(0, at)}${character}${'Anna'.slice(at)}`)).toBe(false);
    }), { numRuns: 300 });
  });
});
