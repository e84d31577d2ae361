import { endpoint } from '../../kit/endpoint.ts';
import { openapiDocument } from '../../kit/openapi-document.ts';
import { sessionCookieName } from '../../kit/session-cookie.ts';
import { requiredSetting } from '../../kit/settings.ts';
import { guide } from '../guide/guide.ts';
import { routes } from '../index.ts';
import { openapi } from './routes.ts';

export const handler = endpoint(openapi, ({ origin: { language } }) => Promise.resolve({
  status: 200, body: openapiDocument(routes, { version: requiredSetting('VERSION'), sessionCookie: sessionCookieName(), guide, language }),
}), () => ({}));
