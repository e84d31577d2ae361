import { deletionSteps } from './erasures.ts';
import type { Execution } from './step-functions.ts';

const tasks = new Set([...deletionSteps, 'Claim', 'Complete', 'GoOnAnew']);
/** As AWS counts: a task is entered, scheduled, started, succeeded and left, and each try more is scheduled, started and failed; other states are entered and left; the execution starts and ends. */
export const historyOf = ({ path, retried }: Execution): number => 2 + path.reduce((sum, state) => sum + (tasks.has(state) ? 5 : state === 'RevokeAccess' ? 4 : 2), 0) + 3 * retried.length;
export const largestState = ({ history }: Execution): number => Math.max(...history.map((text) => Buffer.byteLength(text)));
