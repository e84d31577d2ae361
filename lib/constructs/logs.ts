import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Foundation } from '../foundation.ts';
import { removalPolicyOf } from './removal-policy.ts';

/** A log group: encrypted, kept as long as the stage says. */
export const logs = (scope: Construct, id: string, { stage, data }: Foundation, logGroupName: string): LogGroup => new LogGroup(scope, id, {
  logGroupName, retention: RetentionDays[stage.logRetention], encryptionKey: data.platformKey, removalPolicy: removalPolicyOf(stage),
});
