import { join } from 'node:path';
import { ROOT } from '../../local/cdk.ts';

/** Where the setup of the suites tells the suites how to reach what it deployed. */
export const whereItIs = join(ROOT, '.local', 'test', 'console-views.json');
