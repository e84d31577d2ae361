import { Aws, Stack } from 'aws-cdk-lib/core';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/** Assumed by this service on behalf of our own account, not of whoever else it works for. */
export const ownService = (scope: Construct, service: 'states' | 'events', resource: string): ServicePrincipal => new ServicePrincipal(`${service}.amazonaws.com`, {
  conditions: {
    StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
    ArnLike: { 'aws:SourceArn': `${Stack.of(scope).formatArn({ service, resource: '' })}${resource}` },
  },
});
