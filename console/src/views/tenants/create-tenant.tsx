import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import type { FieldError } from '../../api/reply.ts';
import { replyTo } from '../../api/reply.ts';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { Labelled, wrongAt } from '../../parts/labelled.tsx';
import { useTenantWords } from './words.ts';

const nothing = { tenantId: '', name: '', email: '', password: '', firstName: '', lastName: '' };
type Field = keyof typeof nothing;
const fields: readonly Field[] = ['tenantId', 'name', 'email', 'password', 'firstName', 'lastName'];
const pointerOf = (field: Field): string => (field === 'tenantId' || field === 'name' ? `/${field}` : `/admin/${field}`);

/** A tenant with its first administrator, who can log in at once. */
export const CreateTenant = ({ done }: { done: () => void }) => {
  const { create } = useTenantWords();
  const [typed, setTyped] = useState<typeof nothing>();
  const [errors, setErrors] = useState<readonly FieldError[]>();
  const run = async (reason: string) => {
    const { tenantId, name, ...admin } = typed ?? nothing;
    const body = { tenantId: tenantId.trim(), name: name.trim(), admin, reason };
    const reply = await keyed('create tenant', body, (header) => replyTo(api.POST('/tenants', { params: { header }, body })));
    setErrors(reply.kind === 'refusal' ? reply.problem.errors : undefined);
    return reply;
  };
  const hintOf = (field: Field): string | undefined => (field === 'tenantId' ? create.hint : field === 'password' ? create.passwordHint : undefined);
  return (
    <>
      <button type="button" class="button small" onClick={() => setTyped(nothing)}>{create.name}</button>
      {typed && (
        <ConfirmDialog close={() => setTyped(undefined)} act={{ name: create.name, effect: create.effect, requested: create.requested, run, onRequested: done }}>
          <div class="two-columns">
            {fields.map((field) => (
              <Labelled key={field} id={`new-tenant-${field}`} label={create.fields[field]} hint={hintOf(field)} wrong={wrongAt(errors, pointerOf(field))}>
                <input id={`new-tenant-${field}`} {...(field === 'password' ? { type: 'password' as const } : { type: 'text' as const })} autoComplete={field === 'password' ? 'new-password' : 'off'} spellcheck={false} value={typed[field]}
                  aria-describedby={`new-tenant-${field}-hint`} onInput={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })} />
              </Labelled>
            ))}
          </div>
        </ConfirmDialog>
      )}
    </>
  );
};
