/** What of a process can be changed while it runs, one value a line: a switch of a step is `bestEffort.<step>`. Times in milliseconds. */
export type Flat = Readonly<Record<string, boolean | number>>;
export interface Changeable {
  readonly enabled?: boolean | undefined;
  readonly compensationEnabled?: boolean | undefined;
  readonly deadline?: number | undefined;
  readonly bestEffort?: Readonly<Record<string, boolean>> | undefined;
}

const SWITCH = 'bestEffort.';

export const stepOf = (name: string): string | undefined => (name.startsWith(SWITCH) ? name.slice(SWITCH.length) : undefined);

export const flat = ({ enabled, compensationEnabled, deadline, bestEffort = {} }: Changeable): Flat => ({
  ...(enabled !== undefined && { enabled }), ...(compensationEnabled !== undefined && { compensationEnabled }), ...(deadline !== undefined && { deadline }),
  ...Object.fromEntries(Object.entries(bestEffort).map(([step, on]) => [SWITCH + step, on])),
});

/** As the service takes it. */
export const nested = (values: Flat): { [name: string]: unknown; bestEffort?: Record<string, boolean> } => {
  const switches = Object.entries(values).flatMap(([name, value]) => {
    const step = stepOf(name);
    return step === undefined || typeof value !== 'boolean' ? [] : [[step, value] as const];
  });
  return { ...Object.fromEntries(Object.entries(values).filter(([name]) => stepOf(name) === undefined)), ...(switches.length > 0 && { bestEffort: Object.fromEntries(switches) }) };
};

/** Only what would become another: whoever sets a value back has changed nothing. */
export const changesIn = (held: Flat, draft: Flat): Flat => Object.fromEntries(Object.entries(draft).filter(([name, value]) => held[name] !== undefined && held[name] !== value));
