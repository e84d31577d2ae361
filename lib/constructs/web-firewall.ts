import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

/** From one address within five minutes; a person at a console stays far below. */
const REQUESTS_PER_ADDRESS = 2_000;

/** For the distribution: one address cannot flood the API, and what is known to be an attack does not reach it. */
export class WebFirewall extends CfnWebACL {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      scope: 'CLOUDFRONT', defaultAction: { allow: {} }, visibilityConfig: counted('WebFirewall'),
      rules: [
        {
          name: 'RatePerAddress', priority: 0, action: { block: {} }, visibilityConfig: counted('RatePerAddress'),
          statement: { rateBasedStatement: { limit: REQUESTS_PER_ADDRESS, aggregateKeyType: 'IP', evaluationWindowSec: 300 } },
        },
        managed('AWSManagedRulesCommonRuleSet', 1, ['SizeRestrictions_BODY']),
        managed('AWSManagedRulesKnownBadInputsRuleSet', 2),
        managed('AWSManagedRulesAmazonIpReputationList', 3),
      ],
    });
  }
}

/** `onlyCounted` are rules that are stricter than our own limits, such as a body of 8 KB where the API takes 10. */
const managed = (name: string, priority: number, onlyCounted: readonly string[] = []): CfnWebACL.RuleProperty => ({
  name, priority, overrideAction: { none: {} }, visibilityConfig: counted(name),
  statement: {
    managedRuleGroupStatement: { vendorName: 'AWS', name, ruleActionOverrides: onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } })) },
  },
});

/** No samples: they hold the addresses of people. */
const counted = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({ metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false });
