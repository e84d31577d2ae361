import { Stack, Validations } from 'aws-cdk-lib/core';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { Foundation } from '../foundation.ts';
import { logicalIdOf } from './logical-id.ts';
import { logs } from './logs.ts';
import { removalPolicyOf } from './removal-policy.ts';

/** The built console in a bucket that only the distribution reads. */
export class ConsoleFiles extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, foundation: Foundation, directory: string) {
    super(scope, id);
    const { stage, data } = foundation;
    this.bucket = new Bucket(this, 'Bucket', {
      // By its address: the key's own policy, in the data stack, lets the distribution read.
      encryption: BucketEncryption.KMS, encryptionKey: Key.fromKeyArn(this, 'Key', data.platformKey.keyArn), bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL, enforceSSL: true, versioned: true, removalPolicy: removalPolicyOf(stage),
    });
    Validations.of(this.bucket).acknowledge({ id: 'AwsSolutions-S1', reason: 'Public files that only the distribution reads, and its own log says what was asked for' });
    this.deploy(new Asset(this, 'Files', { path: directory }), foundation);
  }

  private deploy(files: Asset, foundation: Foundation): void {
    const logGroup = logs(this, 'DeploymentLogs', foundation, `/aws/lambda/${Stack.of(this).stackName}-Deployment`);
    const role = new Role(this, 'DeploymentRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }));
    role.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [files.bucket.arnForObjects(files.s3ObjectKey)] }));
    role.addToPolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }));
    role.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], resources: [this.bucket.arnForObjects('*')] }));
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${logicalIdOf(this.bucket)}.Arn>/*]`, reason: 'It puts and removes the files of the console, whatever they are called',
    });
    const deployment = new BucketDeployment(this, 'Deployment', {
      sources: [Source.bucket(files.bucket, files.s3ObjectKey)], destinationBucket: this.bucket, logGroup,
      // What CDK would grant by itself are wildcards.
      role: role.withoutPolicyUpdates(),
    });
    deployment.node.addDependency(role);
    Validations.of(Stack.of(this)).acknowledge({ id: 'AwsSolutions-L1', reason: "The only function of this stack is CDK's own, which copies the files when deploying; CDK chooses its runtime" });
  }
}
