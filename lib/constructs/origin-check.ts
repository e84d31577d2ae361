import { Validations } from 'aws-cdk-lib/core';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { ORIGIN_SECRET_HEADER } from '../../lambdas/domain/origin.ts';
import { operationEntry } from '../entry-points.ts';
import type { Foundation } from '../foundation.ts';
import { StepFunction } from './step-function.ts';

/** The secret that distribution and API share, and the function that refuses whoever does not know it. */
export class OriginCheck extends Construct {
  readonly secret: Secret;
  /** Refusals and admissions are kept for five minutes, by the header's value. */
  readonly authorizer: HttpLambdaAuthorizer;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'By which the API knows a request that came through the distribution and its firewall',
      encryptionKey: foundation.data.platformKey, generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    Validations.of(this.secret).acknowledge({ id: 'AwsSolutions-SMG4', reason: 'Distribution and API must change it together, which a deployment does and a rotation function does not' });
    const check = new StepFunction(this, 'Check', foundation, {
      entry: operationEntry('check-origin'), touches: {}, service: 'check-origin', settings: { ORIGIN_SECRET: this.secret.secretArn },
    });
    check.addToRolePolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secret.secretArn] }));
    this.authorizer = new HttpLambdaAuthorizer('OriginCheck', check, {
      responseTypes: [HttpLambdaResponseType.SIMPLE], identitySource: [`$request.header.${ORIGIN_SECRET_HEADER}`],
    });
  }
}
