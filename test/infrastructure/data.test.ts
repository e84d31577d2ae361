import { pendingIndex, unclaimedIndex } from '../../lambdas/adapters/event-store.ts';
import { peopleIndex } from '../../lambdas/adapters/people.ts';
import { runsInState, runsOfTenant } from '../../lambdas/adapters/run-ledger.ts';
import { watchIndex } from '../../lambdas/adapters/watch.ts';
import { stageNamed, stageNames } from '../../lib/stage.ts';
import { at, list, synthesised } from './synthesis.ts';

describe.each(stageNames)('data at rest on the stage %s', (name) => {
  const stage = synthesised(name);
  const { keepsData, recoveryDays, logRetention } = stageNamed(name);
  const kept = keepsData ? 'RetainExceptOnCreate' : 'Delete';

  test('every table is encrypted with our key, recoverable, forgets what expires and is paid by use', () => {
    const tables = stage.all('AWS::DynamoDB::Table');
    expect(tables).toHaveLength(6);
    for (const { properties, stack, deletionPolicy } of tables) {
      expect(at(properties, 'SSESpecification', 'SSEType')).toBe('KMS');
      expect(stage.spelt(stack, at(properties, 'SSESpecification', 'KMSMasterKeyId'))).toMatch(/PlatformKey\w+\.Arn$/);
      expect(properties['PointInTimeRecoverySpecification']).toEqual({
        PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: properties['TableName'] === `bpp-${name}-keys` ? 1 : recoveryDays });
      expect(properties['TimeToLiveSpecification']).toEqual({ AttributeName: 'expiresAt', Enabled: true });
      expect(properties['BillingMode']).toBe('PAY_PER_REQUEST');
      expect(properties['DeletionProtectionEnabled']).toBe(keepsData);
      expect(deletionPolicy).toBe(kept);
    }
  });

  test('the indexes that the adapters query exist, and no others', () => {
    const declared = stage.all('AWS::DynamoDB::Table').flatMap(({ properties }) => list(properties['GlobalSecondaryIndexes']).map((index) => ({
      name: at(index, 'IndexName'), pk: at(list(at(index, 'KeySchema'))[0], 'AttributeName'), sk: at(list(at(index, 'KeySchema'))[1], 'AttributeName') })));
    expect(declared).toEqual([peopleIndex, watchIndex, pendingIndex, unclaimedIndex, runsOfTenant, runsInState, watchIndex]);
  });

  test('every key that encrypts is rotated, one signs, and all stay where data is kept', () => {
    const keys = stage.all('AWS::KMS::Key');
    const [signing, encrypting] = [keys.filter(({ properties }) => properties['KeyUsage'] === 'SIGN_VERIFY'), keys.filter(({ properties }) => properties['KeyUsage'] !== 'SIGN_VERIFY')];
    expect(signing.map(({ properties }) => properties['KeySpec'])).toEqual(['ECC_NIST_P256']);
    expect(encrypting.map(({ properties }) => properties['EnableKeyRotation'])).toEqual([true, true]);
    expect(keys.map(({ deletionPolicy }) => deletionPolicy)).toEqual([kept, kept, kept]);
  });

  test('every log group is encrypted and ends, and there is one for every function', () => {
    const groups = stage.all('AWS::Logs::LogGroup');
    for (const { stack, properties } of groups) {
      expect(stage.spelt(stack, properties['KmsKeyId'])).toMatch(/PlatformKey\w+\.Arn$/);
      expect(properties['RetentionInDays']).toBe({ ONE_DAY: 1, ONE_WEEK: 7, ONE_MONTH: 30, THREE_MONTHS: 90 }[logRetention as string]);
    }
    for (const { stack, properties } of stage.all('AWS::Lambda::Function'))
      expect(groups.map(({ id }) => id)).toContain(stage.spelt(stack, at(properties, 'LoggingConfig', 'LogGroup')));
  });

  test('every secret and every bucket is encrypted with our key, and no bucket is public', () => {
    for (const { stack, properties } of stage.all('AWS::SecretsManager::Secret'))
      expect(stage.spelt(stack, properties['KmsKeyId'])).toMatch(/PlatformKey\w+\.Arn$/);
    for (const { stack, properties } of stage.all('AWS::S3::Bucket')) {
      const [rule] = list(at(properties, 'BucketEncryption', 'ServerSideEncryptionConfiguration'));
      expect(stage.spelt(stack, at(rule, 'ServerSideEncryptionByDefault', 'KMSMasterKeyID'))).toMatch(/PlatformKey\w+\.Arn$/);
      expect(properties['PublicAccessBlockConfiguration']).toEqual({ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true });
    }
  });
});
