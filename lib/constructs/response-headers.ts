import { Duration } from 'aws-cdk-lib/core';
import { ResponseHeadersPolicy, type HeadersReferrerPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** CloudFront takes these by fields of their own and refuses them among the others. */
const OWN_FIELDS = ['Content-Security-Policy', 'Strict-Transport-Security', 'X-Content-Type-Options', 'Referrer-Policy'];

/**
 * The headers as a policy of the distribution: what the local web server sends, and nothing else.
 * @throws when a header is missing that no console goes without
 */
export function responseHeaders(scope: Construct, id: string, headers: Readonly<Record<string, string>>): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: required(headers, 'Content-Security-Policy'), override: true },
      strictTransportSecurity: { ...transportSecurity(required(headers, 'Strict-Transport-Security')), override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: required(headers, 'Referrer-Policy') as HeadersReferrerPolicy, override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(headers).filter(([name]) => !OWN_FIELDS.includes(name)).map(([header, value]) => ({ header, value, override: true })),
    },
  });
}

function required(headers: Readonly<Record<string, string>>, name: string): string {
  const value = headers[name];
  if (!value) throw new Error(`the console is served without ${name}`);
  return value;
}

const transportSecurity = (value: string) => ({
  accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(value)?.[1])),
  includeSubdomains: value.includes('includeSubDomains'), preload: value.includes('preload'),
});
