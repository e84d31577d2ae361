import * as z from 'zod/mini';

/** What of a process may be changed while it runs; each run keeps what held when it was claimed. Times in milliseconds. */
export interface RuntimeConfig {
  /** False: events wait, none is lost. */
  readonly enabled: boolean;
  /** False: a run whose required step fails is parked for a person instead of undone. */
  readonly compensationEnabled: boolean;
  /** How long a run may take before the reconciler steps in. */
  readonly deadline: number;
  /** One switch per best-effort step: false skips it. */
  readonly bestEffort: Readonly<Record<string, boolean>>;
}
const enabled = z.boolean().check(z.describe('False pauses the process: its events wait, and none is lost'));
const compensationEnabled = z.boolean().check(z.describe('True: a run of which a required step fails for good is undone. False: it is parked and waits for an operator'));
const inTime = z.describe('Milliseconds that a run may take before the platform steps in and has it undone or parked');
const stepSwitches = z.record(z.string(), z.boolean()).check(z.describe('A switch for each best-effort step, by its name; false skips the step'));
export const runtimeConfig = z.object({ enabled, compensationEnabled, deadline: z.number().check(inTime), bestEffort: stepSwitches });

export const changeable = ['enabled', 'compensationEnabled', 'deadline', 'bestEffort'] as const satisfies readonly (keyof RuntimeConfig)[];

export const SHORTEST_DEADLINE_MS = 1_000;
export const LONGEST_DEADLINE_MS = 30 * 86_400_000;

export const configChange = z.strictObject({
  enabled: z.optional(enabled), compensationEnabled: z.optional(compensationEnabled),
  deadline: z.optional(z.int().check(z.minimum(SHORTEST_DEADLINE_MS), z.maximum(LONGEST_DEADLINE_MS), inTime)), bestEffort: z.optional(stepSwitches),
});
/** Only what somebody set; whatever is absent has the value of the layer below. */
export type ConfigChange = z.infer<typeof configChange>;

/** The values with the change over them. A switch of a step that the process no longer has is forgotten. */
export const withChange = (values: RuntimeConfig, change: ConfigChange = {}): RuntimeConfig => ({
  enabled: change.enabled ?? values.enabled,
  compensationEnabled: change.compensationEnabled ?? values.compensationEnabled,
  deadline: change.deadline ?? values.deadline,
  bestEffort: Object.fromEntries(Object.entries(values.bestEffort).map(([step, on]) => [step, change.bestEffort?.[step] ?? on])),
});

type Flat = Readonly<Record<string, boolean | number>>;
const SWITCH = 'bestEffort.';

/** Every value by its name, a step's switch by `bestEffort.<step>`. */
export const flat = ({ bestEffort = {}, ...others }: ConfigChange): Flat => Object.fromEntries([
  ...Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  ...Object.entries(bestEffort).map(([step, on]) => [`${SWITCH}${step}`, on] as const),
]);

const only = (values: Flat, wanted: (name: string) => boolean): Flat => Object.fromEntries(Object.entries(values).filter(([name]) => wanted(name)));
const isSwitch = (name: string): boolean => name.startsWith(SWITCH);

function nested(values: Flat): ConfigChange {
  const switches = Object.entries(only(values, isSwitch)).map(([name, on]) => [name.slice(SWITCH.length), on]);
  return configChange.parse({ ...only(values, (name) => !isSwitch(name)), ...(switches.length > 0 && { bestEffort: Object.fromEntries(switches) }) });
}

export interface Difference { readonly before: ConfigChange; readonly after: ConfigChange }

/** What differs, as it was and as it is. */
export function differenceBetween(before: RuntimeConfig, after: RuntimeConfig): Difference {
  const [was, is] = [flat(before), flat(after)];
  const differs = (name: string): boolean => was[name] !== is[name];
  return { before: nested(only(was, differs)), after: nested(only(is, differs)) };
}

/**
 * What a layer has set once these values shall hold. It takes up what is not so already and differs from the layers below, and lets go
 * of what is changed back to what holds below: that is followed again.
 */
export function layerFor(wanted: RuntimeConfig, { own, held, below }: { readonly own: ConfigChange; readonly held: RuntimeConfig; readonly below: RuntimeConfig }): ConfigChange {
  const changed = flat(differenceBetween(held, wanted).after);
  const over = flat(differenceBetween(below, wanted).after);
  return nested({ ...only(flat(own), (name) => !(name in changed)), ...only(over, (name) => name in changed) });
}
