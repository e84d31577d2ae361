import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { CodeOf } from './bundle.ts';
import type { Severity } from './constructs/platform-alarm.ts';
import type { Stage } from './stage.ts';
import type { DataStack } from './stacks/data.ts';

/** What every stack but data and alarms is built upon. */
export interface Foundation {
  readonly stage: Stage;
  readonly code: CodeOf;
  readonly data: DataStack;
  /** Where alarms go. */
  readonly topics: Readonly<Record<Severity, ITopic>>;
}
