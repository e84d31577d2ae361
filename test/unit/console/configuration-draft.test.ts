import { changesIn, flat, nested } from '../../../console/src/views/configuration/draft.ts';

const held = flat({ enabled: true, compensationEnabled: true, deadline: 300_000, bestEffort: { SendWelcomeEmail: true, UpdateTenantStatistics: true } });

test('a step has a line of its own, and goes back to where the service has it', () => {
  expect(Object.keys(held)).toEqual(['enabled', 'compensationEnabled', 'deadline', 'bestEffort.SendWelcomeEmail', 'bestEffort.UpdateTenantStatistics']);
  expect(nested({ deadline: 60_000, 'bestEffort.SendWelcomeEmail': false })).toEqual({ deadline: 60_000, bestEffort: { SendWelcomeEmail: false } });
});

test('whoever sets a value back has changed nothing', () => {
  expect(changesIn(held, { deadline: 300_000, compensationEnabled: false })).toEqual({ compensationEnabled: false });
});

test('a step that the process no longer has is no change', () => {
  expect(changesIn(held, { 'bestEffort.Forgotten': false })).toEqual({});
});
