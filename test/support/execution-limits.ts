import { named } from './function-host.ts';

/** What Step Functions takes, by its documentation. */
export const LARGEST_STATE_BYTES = 262_144;
export const LONGEST_HISTORY = 25_000;
const LONGEST_NAME = 80;
/** Neither blanks nor brackets, wildcards, special or control characters. */
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]+$/u;

/** @throws as StartExecution would */
export function checkStart(name: string, input: unknown): void {
  if (name.length > LONGEST_NAME || !NAME.test(name)) throw named('InvalidName', `no execution is called ${name}`);
  if (Buffer.byteLength(JSON.stringify(input)) > LARGEST_STATE_BYTES) throw named('InvalidExecutionInput', 'an input of more than 256 KB');
}
