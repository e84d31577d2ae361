import * as fc from 'fast-check';
import { becomesReady, verificationExpiry, type Gates } from '../../../lambdas/domain/user.ts';

const open: Gates = { provisioned: false, emailVerified: false, activationRequested: false };
const closed = (gates: Gates, gate: 'provisioned' | 'emailVerified', waived: boolean): { gates: Gates; ready: boolean } => {
  const ready = becomesReady(gates, gate, waived);
  return { gates: { ...gates, [gate]: true, activationRequested: gates.activationRequested || ready }, ready };
};

test('whatever the order, and however often a gate closes again, the account becomes ready exactly once: with the second gate', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('provisioned' as const, 'emailVerified' as const), { maxLength: 12 }), (order) => {
    let gates = open;
    const ready = order.map((gate) => {
      const step = closed(gates, gate, false);
      ({ gates } = step);
      return step.ready;
    });
    const second = Math.max(order.indexOf('provisioned'), order.indexOf('emailVerified'));
    const both = order.includes('provisioned') && order.includes('emailVerified');
    expect(ready.flatMap((each, position) => (each ? [position] : []))).toEqual(both ? [second] : []);
  }));
});

test('where verification is waived, setting up is enough, and a later click changes nothing', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('provisioned' as const, 'emailVerified' as const), { maxLength: 12 }), (order) => {
    let gates = open;
    const ready = order.map((gate) => {
      const step = closed(gates, gate, gate === 'provisioned');
      ({ gates } = step);
      return step.ready;
    });
    expect(ready.flatMap((each, position) => (each ? [position] : []))).toEqual(order.includes('provisioned') ? [order.indexOf('provisioned')] : []);
  }));
});

test('a link is good for a day', () => {
  expect(verificationExpiry(new Date('2026-03-02T08:00:00.000Z'))).toEqual(new Date('2026-03-03T08:00:00.000Z'));
});
