import '../../support/environment.ts';
import { VIEWER_ADDRESS_HEADER } from '../../../lambdas/domain/origin.ts';
import { originOf } from '../../../lambdas/kit/http-request.ts';

const request = (headers: Readonly<Record<string, string>>) =>
  ({ headers, requestContext: { requestId: 'request-1', http: { method: 'POST', sourceIp: '203.0.113.9', userAgent: 'Firefox' } } });
const claims = { 'x-forwarded-for': '198.51.100.1', forwarded: 'for=198.51.100.1', 'x-real-ip': '198.51.100.1', [VIEWER_ADDRESS_HEADER]: '198.51.100.1', 'user-agent': 'somebody else' };

test('where a request comes from is what the gateway saw, whatever the caller claims of himself', () => {
  expect(originOf(request(claims))).toMatchObject({ requestId: 'request-1', sourceIp: '203.0.113.9', userAgent: 'Firefox' });
});
