import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import type { FieldError } from '../../api/reply.ts';
import { replyTo } from '../../api/reply.ts';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { Labelled, wrongAt } from '../../parts/labelled.tsx';
import type { Tenant, TenantDraft } from './draft.ts';
import { changeFrom, draftOf } from './draft.ts';
import { useTenantWords } from './words.ts';

type Field = keyof TenantDraft;
const pointers: Readonly<Record<Field, string>> = {
  name: '/name', status: '/status', policy: '/registrationPolicy', domains: '/registrationPolicy/domains/0', quota: '/registrationQuota', profile: '/privacy/profile', workingDays: '/privacy/workingDays',
  graceDays: '/privacy/minimumGracePeriodSeconds',
};

interface FormProps { readonly draft: TenantDraft; readonly set: (name: Field, value: string) => void; readonly errors: readonly FieldError[] | undefined }

const Form = ({ draft, set, errors }: FormProps) => {
  const words = useTenantWords();
  const { fields, hints } = words.change;
  const input = (name: Field, label: string, type: 'text' | 'number', hint?: string) => (
    <Labelled id={`tenant-${name}`} label={label} hint={hint} wrong={wrongAt(errors, pointers[name])}>
      <input id={`tenant-${name}`} {...(type === 'number' ? { type: 'number' as const, min: 0 } : { type: 'text' as const })} value={draft[name]} aria-describedby={`tenant-${name}-hint`} onInput={(event) => set(name, event.currentTarget.value)} />
    </Labelled>
  );
  const choice = (name: 'status' | 'policy' | 'profile', label: string, options: Readonly<Record<string, string>>): ComponentChildren => (
    <Labelled id={`tenant-${name}`} label={label} wrong={wrongAt(errors, pointers[name])}>
      <select id={`tenant-${name}`} value={draft[name]} aria-describedby={`tenant-${name}-hint`} onChange={(event) => set(name, event.currentTarget.value)}>
        {Object.entries(options).map(([value, text]) => <option key={value} value={value}>{text}</option>)}
      </select>
    </Labelled>
  );
  return (
    <div class="two-columns">
      {input('name', fields.name, 'text')}
      {choice('status', fields.status, words.statuses)}
      {choice('policy', fields.policy, words.policies)}
      {draft.policy === 'domains' && input('domains', fields.domains, 'text', hints.domains)}
      {input('quota', fields.quota, 'number', hints.quota)}
      {choice('profile', fields.profile, words.profiles)}
      {draft.profile === 'pipl' && input('workingDays', fields.workingDays, 'number', hints.workingDays)}
      {input('graceDays', fields.grace, 'number', hints.grace)}
    </div>
  );
};

/** Who may join, how many, and how people are erased. */
export const ChangeTenant = ({ tenant, done }: { tenant: Tenant; done: () => void }) => {
  const { change } = useTenantWords();
  const [draft, setDraft] = useState<TenantDraft>();
  const [errors, setErrors] = useState<readonly FieldError[]>();
  const run = async (reason: string) => {
    const body = { ...changeFrom(tenant, draft ?? draftOf(tenant)), reason };
    const reply = await keyed(`tenant ${tenant.tenantId}`, body, (header) => replyTo(api.PATCH('/tenants/{id}', { params: { path: { id: tenant.tenantId }, header }, body })));
    setErrors(reply.kind === 'refusal' ? reply.problem.errors : undefined);
    return reply;
  };
  return (
    <>
      <button type="button" class="button plain small" onClick={() => setDraft(draftOf(tenant))}>{change.name}</button>
      {draft && (
        <ConfirmDialog close={() => setDraft(undefined)} act={{ name: change.name, effect: change.effect, requested: change.requested, run, onRequested: done }}>
          <Form draft={draft} errors={errors} set={(name, value) => setDraft({ ...draft, [name]: value })} />
        </ConfirmDialog>
      )}
    </>
  );
};
