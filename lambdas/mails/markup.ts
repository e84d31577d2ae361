/** Text that is HTML already: only `html` makes it, so a value cannot pass itself off as one. */
export class Markup {
  readonly #source: string;

  private constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }

  static compose(strings: readonly string[], values: readonly Content[]): Markup {
    return new Markup(strings.map((part, index) => part + sourceOf(values[index] ?? '')).join(''));
  }
}

export type Content = string | number | Markup | readonly Content[];

/** Escapes every value, but for other markup; lists are joined. Attributes must stand in double quotes. */
export const html = (strings: TemplateStringsArray, ...values: Content[]): Markup => Markup.compose(strings, values);

function sourceOf(value: Content): string {
  if (value instanceof Markup) return value.toString();
  return typeof value === 'object' ? value.map(sourceOf).join('') : escape(String(value));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
