import { requiredSetting } from '../../kit/settings.ts';

/** Where the console of AWS shows an execution; null where there is none, and on the local stage, which has no console. */
export function executionUrl(arn: string | undefined): string | null {
  const region = arn?.split(':')[3];
  if (arn === undefined || !region || requiredSetting('STAGE') === 'local') return null;
  return `https://${region}.console.aws.amazon.com/states/home?region=${region}#/v2/executions/details/${encodeURIComponent(arn)}`;
}
