import * as fc from 'fast-check';
import { becomesReady, nextDue, verificationExpiry, type Gates } from '../../../lambdas/domain/user.ts';

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

const at = (text: string) => new Date(text);

describe('a registration that nobody verifies', () => {
  const createdAt = '2026-03-02T08:00:00.000Z';
  test.each([
    ['whose link is good', { createdAt, linkValidUntil: '2026-03-03T08:00:00.000Z' }, '2026-03-02T09:00:00.000Z', { what: 'remind', at: at('2026-03-03T02:00:00.000Z') }],
    ['whose person was reminded', { createdAt, linkValidUntil: '2026-03-03T08:00:00.000Z', remindedAt: '2026-03-03T02:00:00.000Z' }, '2026-03-03T02:00:00.000Z', { what: 'purge', at: at('2026-04-01T08:00:00.000Z') }],
    ['whose link has ended', { createdAt, linkValidUntil: '2026-03-03T08:00:00.000Z' }, '2026-03-03T08:00:00.000Z', { what: 'purge', at: at('2026-04-01T08:00:00.000Z') }],
    ['to which no link ever went', { createdAt }, '2026-03-03T08:00:00.000Z', { what: 'purge', at: at('2026-04-01T08:00:00.000Z') }],
    ['whose person asked for a link later', { createdAt, linkValidUntil: '2026-03-21T08:00:00.000Z', remindedAt: '2026-03-03T02:00:00.000Z' }, '2026-03-25T08:00:00.000Z', { what: 'purge', at: at('2026-04-19T08:00:00.000Z') }],
  ] as const)('%s', (_, about, now, due) => {
    expect(nextDue(about, 30, at(now))).toEqual(due);
  });
});
