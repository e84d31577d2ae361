import { Aws, CfnOutput, Stack, Validations, type StackProps } from 'aws-cdk-lib/core';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods, CachePolicy, Distribution, Function as EdgeFunction, FunctionCode, FunctionEventType, OriginRequestPolicy, SecurityPolicyProtocol,
  ViewerProtocolPolicy, type BehaviorOptions, type IOrigin,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { ORIGIN_SECRET_HEADER, VIEWER_ADDRESS_HEADER } from '../../lambdas/domain/origin.ts';
import { securityHeaders } from '../../console/headers.ts';
import { ConsoleFiles } from '../constructs/console-files.ts';
import { logs } from '../constructs/logs.ts';
import { responseHeaders } from '../constructs/response-headers.ts';
import { WebFirewall } from '../constructs/web-firewall.ts';
import type { Foundation } from '../foundation.ts';

/** A path without a dot in its last part is a page of the console, and all its pages are one file. */
const TO_THE_PAGE = "function handler({ request }) { if (!request.uri.split('/').pop().includes('.')) request.uri = '/index.html'; return request; }";
/** The API knows nothing of the prefix under which it is found here, and would see the edge instead of the viewer. */
const WITHOUT_PREFIX = `function handler({ request, viewer }) { request.uri = request.uri.replace(/^\\/api/, ''); request.headers['${VIEWER_ADDRESS_HEADER}'] = { value: viewer.ip }; return request; }`;

export interface ConsoleStackProps extends StackProps {
  readonly foundation: Foundation;
  readonly api: HttpApi;
  readonly originSecret: ISecret;
  readonly consoleDirectory: string;
}

/** One origin for people: the console, and the API under `/api`, behind one firewall. */
export class ConsoleStack extends Stack {
  private readonly foundation: Foundation;

  constructor(scope: Construct, id: string, { foundation, api, originSecret, consoleDirectory, ...props }: ConsoleStackProps) {
    super(scope, id, props);
    this.foundation = foundation;
    const files = new ConsoleFiles(this, 'Files', foundation, consoleDirectory);
    const domainName = new URL(foundation.stage.consoleUrl).hostname;
    const distribution = new Distribution(this, 'Distribution', {
      comment: id, domainNames: [domainName], webAclId: new WebFirewall(this, 'Firewall').attrArn, minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      certificate: new Certificate(this, 'Certificate', { domainName, validation: CertificateValidation.fromDns() }),
      defaultBehavior: {
        ...this.behavior(S3BucketOrigin.withOriginAccessControl(files.bucket), 'Page', TO_THE_PAGE),
        responseHeadersPolicy: responseHeaders(this, 'Headers', securityHeaders),
      },
      additionalBehaviors: {
        '/api/*': {
          ...this.behavior(this.apiOrigin(api, originSecret), 'Prefix', WITHOUT_PREFIX),
          allowedMethods: AllowedMethods.ALLOW_ALL, originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    });
    this.acknowledgeFindings(distribution);
    this.logRequests(distribution);
    new CfnOutput(this, 'DistributionDomain', { value: distribution.distributionDomainName });
  }

  /** Nothing is cached: file names stay the same from build to build, and answers of the API are somebody's own. */
  private behavior(origin: IOrigin, name: string, code: string): BehaviorOptions {
    return {
      origin, cachePolicy: CachePolicy.CACHING_DISABLED, viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: new EdgeFunction(this, name, { code: FunctionCode.fromInline(code) }) }],
    };
  }

  private apiOrigin(api: HttpApi, originSecret: ISecret): HttpOrigin {
    return new HttpOrigin(`${api.apiId}.execute-api.${this.region}.${Aws.URL_SUFFIX}`, {
      customHeaders: { [ORIGIN_SECRET_HEADER]: originSecret.secretValue.unsafeUnwrap() },
    });
  }

  private acknowledgeFindings(distribution: Distribution): void {
    Validations.of(this).acknowledge(...['updateImportedKeyPolicyOac', 'wildcardKeyPolicyForOac'].map((warning) => ({
      id: `Annotation::@aws-cdk/aws-cloudfront-origins:${warning}`, reason: 'The key lies in the data stack, whose own policy lets the distributions of this account read through it',
    })));
    Validations.of(distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'People register from everywhere, so no country is kept out' },
      { id: 'AwsSolutions-CFR3', reason: 'Its requests are logged by a delivery that leaves out who asked, which the older kind of log cannot' });
  }

  /** What was asked and what came of it; no address, no agent, no path with ids. */
  private logRequests(distribution: Distribution): void {
    const { logGroupArn } = logs(this, 'Requests', this.foundation, `/aws/vendedlogs/cloudfront/${this.stackName}`);
    const source = new CfnDeliverySource(this, 'RequestsSource', { name: `${this.stackName}-requests`, logType: 'ACCESS_LOGS', resourceArn: distribution.distributionArn });
    const destination = new CfnDeliveryDestination(this, 'RequestsDestination', {
      name: `${this.stackName}-requests`, outputFormat: 'json', destinationResourceArn: logGroupArn,
    });
    new CfnDelivery(this, 'RequestsDelivery', {
      deliverySourceName: source.ref, deliveryDestinationArn: destination.attrArn,
      recordFields: ['timestamp(ms)', 'x-edge-location', 'cs-method', 'sc-status', 'x-edge-result-type', 'x-edge-request-id', 'time-taken', 'sc-bytes', 'ssl-protocol'],
    });
  }
}
