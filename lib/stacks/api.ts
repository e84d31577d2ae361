import { CfnOutput, Stack, Validations, type StackProps } from 'aws-cdk-lib/core';
import { HttpApi, HttpMethod, HttpRoute, HttpRouteKey, HttpStage, LogGroupLogDestination, PayloadFormatVersion } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { routeTouches } from '../../lambdas/kit/engine-touches.ts';
import { KNOWN_OR_NOT, type Route } from '../../lambdas/kit/route.ts';
import { everything } from '../constructs/grants.ts';
import { logs } from '../constructs/logs.ts';
import { OriginCheck } from '../constructs/origin-check.ts';
import { StepFunction } from '../constructs/step-function.ts';
import { ELSEWHERE_ENTRY, routeEntry } from '../entry-points.ts';
import type { Foundation } from '../foundation.ts';

/** The HTTP API itself, and the answer to whatever no endpoint takes; the endpoints come in stacks of their own. */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  /** Where the stage has a distribution, it is the only way in. */
  readonly originCheck: OriginCheck | undefined;

  constructor(scope: Construct, id: string, { foundation, ...props }: StackProps & { readonly foundation: Foundation }) {
    super(scope, id, props);
    this.api = new HttpApi(this, 'Api', { apiName: id, createDefaultStage: false });
    this.originCheck = foundation.stage.webHosting ? new OriginCheck(this, 'OriginCheck', foundation) : undefined;
    const stage = this.defaultStage(foundation);
    this.answerElsewhere(foundation);
    new CfnOutput(this, 'ApiId', { value: this.api.apiId });
    new CfnOutput(this, 'ApiUrl', { value: stage.url });
  }

  private answerElsewhere(foundation: Foundation): void {
    const elsewhere = new StepFunction(this, 'Elsewhere', foundation, { entry: ELSEWHERE_ENTRY, touches: {}, service: 'api' });
    const route = new HttpRoute(this, 'ElsewhereRoute', {
      httpApi: this.api, routeKey: HttpRouteKey.DEFAULT, integration: integrationOf('Elsewhere', elsewhere), ...(this.originCheck && { authorizer: this.originCheck.authorizer }),
    });
    Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: 'It tells nothing but that nothing is here' });
  }

  private defaultStage(foundation: Foundation): HttpStage {
    const destination = logs(this, 'AccessLogs', foundation, `/aws/vendedlogs/apis/${this.stackName}`);
    const { rate, burst } = foundation.stage.throttling;
    return new HttpStage(this, 'Default', {
      httpApi: this.api, stageName: '$default', autoDeploy: true,
      throttle: { rateLimit: rate, burstLimit: burst },
      accessLogSettings: { destination: new LogGroupLogDestination(destination), format: AccessLogFormat.custom(JSON.stringify(accessLog)) },
    });
  }
}

/** Who called stands nowhere: no address, no agent, and the declared route in place of the path with its ids. */
const accessLog = {
  requestId: '$context.requestId', time: '$context.requestTimeEpoch', route: '$context.routeKey', status: '$context.status',
  latency: '$context.responseLatency', functionLatency: '$context.integrationLatency', functionStatus: '$context.integrationStatus',
  bytes: '$context.responseLength', error: '$context.error.responseType',
};

/** More memory than a step: passwords are hashed here, and somebody waits. */
const ENDPOINT_MEMORY_MIB = 1024;

export interface RoutesStackProps extends StackProps {
  readonly foundation: Foundation;
  readonly api: HttpApi;
  readonly originCheck: OriginCheck | undefined;
  readonly routes: readonly Route[];
  readonly version: string;
}

/** The endpoints of one resource group, each a function of its own. */
export class RoutesStack extends Stack {
  constructor(scope: Construct, id: string, { foundation, api, originCheck, routes, version, ...props }: RoutesStackProps) {
    super(scope, id, props);
    const settings = { VERSION: version, CONSOLE_URL: foundation.stage.consoleUrl, ...(originCheck && { BEHIND_DISTRIBUTION: 'true' }) };

    for (const route of routes) {
      const endpoint = new StepFunction(this, route.name, foundation, {
        entry: routeEntry(route), touches: routeTouches(route), service: 'api', settings: { ...settings, ...(route.rateLimits && { RATE_LIMITS: JSON.stringify(foundation.stage.rateLimits) }) }, reach: everything, memoryMiB: ENDPOINT_MEMORY_MIB,
      });
      const declared = new HttpRoute(this, `${route.name}Route`, {
        httpApi: api, routeKey: HttpRouteKey.with(route.path, HttpMethod[route.method]),
        integration: integrationOf(route.name, endpoint),
        ...(originCheck && { authorizer: originCheck.authorizer }),
      });
      Validations.of(declared).acknowledge({ id: 'AwsSolutions-APIG4', reason: whyWithoutAuthorizer(route) });
    }
  }
}

const integrationOf = (name: string, endpoint: StepFunction): HttpLambdaIntegration =>
  new HttpLambdaIntegration(`${name}Integration`, endpoint, { payloadFormatVersion: PayloadFormatVersion.VERSION_2_0 });

const whyWithoutAuthorizer = ({ access }: Route): string => (access === 'public' || access === KNOWN_OR_NOT
  ? 'Declared public: whoever calls it has no account or no session yet'
  : 'Session and permission are checked by the endpoint pipeline, which reads them consistently and answers in problem+json; an authorizer can do neither');
