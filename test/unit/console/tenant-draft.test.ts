import { changeFrom, draftOf, type Tenant } from '../../../console/src/views/tenants/draft.ts';

const tenant: Tenant = {
  tenantId: 'demo', name: 'Demo', status: 'open', verificationWaived: false, defaults: {}, registrationPolicy: 'open',
  privacy: { profile: 'gdpr', workingDays: 15, minimumGracePeriodSeconds: 604_800, recipients: [{ name: 'Payroll', email: 'office@payroll.example' }], retention: [] },
};
const draft = draftOf(tenant);

test('what stays as it is is not sent', () => {
  expect(changeFrom(tenant, draft)).toEqual({});
  expect(changeFrom(tenant, { ...draft, name: 'Renamed' })).toEqual({ name: 'Renamed' });
});

test('how people are erased is sent whole: recipients that the form does not show stay', () => {
  expect(changeFrom(tenant, { ...draft, graceDays: '0' }).privacy).toEqual({ ...tenant.privacy, minimumGracePeriodSeconds: 0 });
});

test('domains are read however they are separated, and an empty quota is none', () => {
  expect(changeFrom(tenant, { ...draft, policy: 'domains', domains: 'example.com, example.org，example.net' }).registrationPolicy).toEqual({ domains: ['example.com', 'example.org', 'example.net'] });
  expect(changeFrom({ ...tenant, registrationQuota: 5 }, { ...draft, quota: '' }).registrationQuota).toBeNull();
});
