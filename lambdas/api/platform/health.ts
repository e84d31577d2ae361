import { endpoint } from '../../kit/endpoint.ts';
import { requiredSetting } from '../../kit/settings.ts';
import { health } from './routes.ts';

export const handler = endpoint(health, () => Promise.resolve({
  status: 200, body: { status: 'ok', stage: requiredSetting('STAGE'), version: requiredSetting('VERSION') },
}), () => ({}));
