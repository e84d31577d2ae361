import type { CodeOf } from './bundle.ts';
import type { Stage } from './stage.ts';
import type { DataStack } from './stacks/data.ts';

/** What every stack but the data stack is built upon. */
export interface Foundation {
  readonly stage: Stage;
  readonly code: CodeOf;
  readonly data: DataStack;
}
