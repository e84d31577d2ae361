const NARROWEST = 60;
const WIDEST = 120;
/** Room for a time in seconds, and the line that everything hangs on. */
const MARGIN = 12;

const isWide = (character: string): boolean => /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/u.test(character);
/** In columns of a terminal: a Chinese character takes two. */
export const widthOf = (text: string): number => text.match(/./gsu)?.reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0) ?? 0;
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Breaks at spaces and between Chinese characters; what cannot be broken, such as an address, stays whole. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [''];
  for (const piece of text.match(/[\u2e80-\ua4cf\uff00-\uff60][，。；：！？、”）]*|[^\s\u2e80-\ua4cf\uff00-\uff60]+|\s+/gu) ?? []) {
    const line = lines.at(-1) ?? '';
    if (widthOf(line) + widthOf(piece) <= width || line === '') lines[lines.length - 1] = line + (line === '' ? piece.trimStart() : piece);
    else lines.push(piece.trimStart());
  }
  return lines.map((line) => line.trimEnd());
}

/** Prints what happens as it happens, beside the seconds since the beginning, in the width of the terminal. */
export class Timeline {
  readonly width: number;
  readonly #began = Date.now();
  readonly #print: (line: string) => void;
  #chapters = 0;

  constructor(print: (line: string) => void, columns = 80) {
    this.#print = print;
    this.width = Math.min(WIDEST, Math.max(NARROWEST, columns));
  }

  get seconds(): string {
    return ((Date.now() - this.#began) / 1000).toFixed(1);
  }

  /** What is left for the text of a line. */
  get room(): number {
    return this.width - MARGIN;
  }

  chapter(title: string): void {
    this.#chapters += 1;
    this.#print('');
    this.#print(`${`${this.#chapters}`.padStart(9)} ┌ ${title}`);
  }

  /** Something has happened now. */
  moment(text: string): void {
    this.#hang(text, `${this.seconds.padStart(7)} s`, '● ');
  }

  detail(text: string): void {
    this.#hang(text, '', '  ');
  }

  /** An address in the console; it stays whole, so that it can be clicked on, and stands nearer to the margin where it is long. */
  link(url: string): void {
    this.#print(MARGIN + 4 + url.length <= this.width ? `${' '.repeat(9)} │   → ${url}` : url);
  }

  #hang(text: string, time: string, mark: string): void {
    wrapped(text, this.room - 2).forEach((line, nth) => this.#print(`${(nth === 0 ? time : '').padStart(9)} │ ${nth === 0 ? mark : '  '}${line}`));
  }
}
