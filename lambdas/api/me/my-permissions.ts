import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { myPermissions } from './routes.ts';

export const handler = endpoint(myPermissions, ({ caller: { permissions, permissionEpoch } }) => Promise.resolve(
  { status: 200, body: { permissions, permissionEpoch } }), () => ({ store: dynamodbStore() }));
