const methods = ['debug', 'info', 'log', 'warn', 'error'] as const;

/** Takes the place of the console: everything that is logged is kept, and nothing is printed. */
export class ListeningLog {
  readonly lines: string[] = [];
  readonly #originals = methods.map((method) => [method, console[method]] as const);

  constructor() {
    for (const method of methods) console[method] = (...said: unknown[]) => void this.lines.push(said.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(' '));
  }

  end(): void {
    for (const [method, original] of this.#originals) console[method] = original;
  }
}
