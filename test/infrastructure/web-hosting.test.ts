import { runInNewContext } from 'node:vm';
import { securityHeaders } from '../../console/headers.ts';
import { stageNamed, stageNames } from '../../lib/stage.ts';
import { at, list, synthesised, text, type Value } from './synthesis.ts';

const onAws = stageNames.filter((name) => name !== 'local');

describe.each(onAws)('web hosting of %s', (name) => {
  const stage = synthesised(name);
  const [distribution] = stage.all('AWS::CloudFront::Distribution');
  const config = at(distribution?.properties, 'DistributionConfig');
  const [api] = list(at(config, 'CacheBehaviors'));
  const rewrite = (behavior: Value, uri: string): string => {
    const arn = stage.spelt(distribution?.stack ?? '', at(list(at(behavior, 'FunctionAssociations'))[0], 'FunctionARN'));
    const code = stage.all('AWS::CloudFront::Function').find(({ id }) => arn === `${id}.FunctionARN`)?.properties['FunctionCode'];
    return String(runInNewContext(`${text(code)}; handler({ request: { uri: ${JSON.stringify(uri)}, headers: {} }, viewer: { ip: '203.0.113.9' } }).uri`));
  };

  test('is reached under its own name over TLS 1.2 or newer, behind the firewall', () => {
    expect(at(config, 'Aliases')).toEqual([new URL(stageNamed(name).consoleUrl).hostname]);
    expect(at(config, 'ViewerCertificate', 'MinimumProtocolVersion')).toBe('TLSv1.2_2021');
    expect(stage.spelt(distribution?.stack ?? '', at(config, 'WebACLId'))).toMatch(/Firewall\.Arn$/);
    for (const behavior of [at(config, 'DefaultCacheBehavior'), api]) expect(at(behavior, 'ViewerProtocolPolicy')).toBe('redirect-to-https');
  });

  test('one address cannot flood it, and samples of requests are not kept', () => {
    const [firewall] = stage.all('AWS::WAFv2::WebACL');
    const [rate, ...managed] = list(firewall?.properties['Rules']);
    expect(at(rate, 'Statement', 'RateBasedStatement', 'AggregateKeyType')).toBe('IP');
    expect(at(rate, 'Action')).toEqual({ Block: {} });
    expect(managed.map((rule) => at(rule, 'Name'))).toContain('AWSManagedRulesCommonRuleSet');
    for (const rule of [firewall?.properties, rate, ...managed]) expect(at(rule, 'VisibilityConfig', 'SampledRequestsEnabled')).toBe(false);
  });

  test('serves the console with the very headers that the local web server sends', () => {
    const [policy] = stage.all('AWS::CloudFront::ResponseHeadersPolicy');
    const own = at(policy?.properties, 'ResponseHeadersPolicyConfig', 'SecurityHeadersConfig');
    const sent = {
      ...Object.fromEntries(list(at(policy?.properties, 'ResponseHeadersPolicyConfig', 'CustomHeadersConfig', 'Items')).map((item) => [text(at(item, 'Header')), at(item, 'Value')])),
      'Content-Security-Policy': at(own, 'ContentSecurityPolicy', 'ContentSecurityPolicy'),
      'Strict-Transport-Security': `max-age=${text(at(own, 'StrictTransportSecurity', 'AccessControlMaxAgeSec'))}; includeSubDomains`,
      'X-Content-Type-Options': at(own, 'ContentTypeOptions') ? 'nosniff' : undefined,
      'Referrer-Policy': at(own, 'ReferrerPolicy', 'ReferrerPolicy'),
    };
    expect(sent).toEqual(securityHeaders);
    expect(at(own, 'StrictTransportSecurity', 'IncludeSubdomains')).toBe(true);
  });

  test('passes /api to the HTTP API without the prefix, and with the secret by which the API knows it', () => {
    expect(at(api, 'PathPattern')).toBe('/api/*');
    expect(rewrite(api, '/api/workflows/runs')).toBe('/workflows/runs');
    expect(rewrite(api, '/api/api/x')).toBe('/api/x');
    const origin = list(at(config, 'Origins')).find((each) => at(each, 'Id') === at(api, 'TargetOriginId'));
    expect(stage.spelt(distribution?.stack ?? '', at(origin, 'DomainName'))).toMatch(/-api\/Api\w+\.execute-api\.us-east-1\.AWS::URLSuffix$/);
    const [header] = list(at(origin, 'OriginCustomHeaders'));
    expect(at(header, 'HeaderName')).toBe('x-origin-secret');
    expect(stage.spelt(distribution?.stack ?? '', at(header, 'HeaderValue'))).toMatch(/^\{\{resolve:secretsmanager:/);
  });

  test('answers every page with the one file that the console is, and files as they are', () => {
    const pages = at(config, 'DefaultCacheBehavior');
    expect(['/', '/verify', '/runs/user_registration-1'].map((uri) => rewrite(pages, uri))).toEqual(['/index.html', '/index.html', '/index.html']);
    expect(rewrite(pages, '/app.js')).toBe('/app.js');
  });

  test('logs requests without addresses, agents and paths', () => {
    const [delivery] = stage.all('AWS::Logs::Delivery');
    const fields = list(delivery?.properties['RecordFields']).map(text);
    expect(fields).toContain('sc-status');
    for (const field of fields) expect(field).not.toMatch(/^c-|x-forwarded|user-agent|cs-uri|cookie|referer/i);
    expect(at(config, 'Logging')).toBeUndefined();
  });
});
