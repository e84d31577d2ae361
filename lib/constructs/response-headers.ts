import { CfnResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** CloudFront takes these by fields of their own and refuses them among the others. */
const OWN_FIELDS = ['Content-Security-Policy', 'Strict-Transport-Security', 'X-Content-Type-Options', 'Referrer-Policy'];

/**
 * The headers as a policy of the distribution: what the local web server sends, and nothing else.
 * @throws when a header is missing that no console goes without
 */
export function responseHeaders(scope: Construct, id: string, headers: Readonly<Record<string, string>>): CfnResponseHeadersPolicy {
  const transport = required(headers, 'Strict-Transport-Security');
  return new CfnResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyConfig: {
      name: `${Stack.of(scope).stackName}-${id}`,
      securityHeadersConfig: {
        contentSecurityPolicy: { contentSecurityPolicy: required(headers, 'Content-Security-Policy'), override: true },
        strictTransportSecurity: { accessControlMaxAgeSec: Number(/max-age=(\d+)/.exec(transport)?.[1]), includeSubdomains: transport.includes('includeSubDomains'), override: true },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: required(headers, 'Referrer-Policy'), override: true },
      },
      customHeadersConfig: {
        items: Object.entries(headers).filter(([name]) => !OWN_FIELDS.includes(name)).map(([header, value]) => ({ header, value, override: true })),
      },
    },
  });
}

function required(headers: Readonly<Record<string, string>>, name: string): string {
  const value = headers[name];
  if (!value) throw new Error(`the console would be served without ${name}`);
  return value;
}
