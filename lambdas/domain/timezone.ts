import * as z from 'zod/mini';
import { expects } from './expected.ts';

const LONGEST = 64;
/** As the time zone database spells them; offsets and abbreviations without a place are none, but for UTC. */
const NAME = /^(?:UTC|[A-Z][A-Za-z_-]+(?:\/[A-Z][A-Za-z0-9_+-]+){1,2})$/;

export const timezone = z.string().check(z.maxLength(LONGEST, { abort: true }), z.refine((name) => NAME.test(name) && isKnown(name), { error: 'must be a time zone such as Asia/Shanghai', params: expects('timezone') }), z.meta({ maxLength: LONGEST }));

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
