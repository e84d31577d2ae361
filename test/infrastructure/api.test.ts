import { routes } from '../../lambdas/api/index.ts';
import { ELSEWHERE_ENTRY, routeEntry } from '../../lib/entry-points.ts';
import { stageNamed, stageNames } from '../../lib/stage.ts';
import { at, synthesised, text } from './synthesis.ts';

describe.each(stageNames)('HTTP API of the stage %s', (name) => {
  const stage = synthesised(name);
  const functions = stage.all('AWS::Lambda::Function');
  const declared = stage.all('AWS::ApiGatewayV2::Route');

  test('has exactly the routes that are declared, each with a function of its own, and one for all else', () => {
    const reached = declared.map(({ stack, properties }) => {
      const integration = stage.all('AWS::ApiGatewayV2::Integration').find(({ id }) => `integrations/${id}` === stage.spelt(stack, properties['Target']));
      expect(integration?.properties['PayloadFormatVersion']).toBe('2.0');
      const uri = integration && stage.spelt(stack, integration.properties['IntegrationUri']);
      return [text(properties['RouteKey']), functions.find(({ id }) => `${id}.Arn` === uri)?.entry];
    });
    expect(new Map(reached as [string, string][])).toEqual(new Map([...routes.map((route): [string, string] => [`${route.method} ${route.path}`, routeEntry(route)]), ['$default', ELSEWHERE_ENTRY]]));
    expect(declared).toHaveLength(routes.length + 1);
  });

  test('is throttled, and its log says neither who called nor about whom', () => {
    const [http] = stage.all('AWS::ApiGatewayV2::Stage');
    const { rate, burst } = stageNamed(name).throttling;
    expect(http?.properties).toMatchObject({ StageName: '$default', DefaultRouteSettings: { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } });
    const format = JSON.parse(text(at(http?.properties, 'AccessLogSettings', 'Format'))) as Record<string, string>;
    for (const field of Object.values(format)) expect(field).not.toMatch(/identity|userAgent|\.path|authorizer|domainName/);
  });
});
