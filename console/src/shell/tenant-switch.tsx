import { api } from '../api/client.ts';
import { replyTo } from '../api/reply.ts';
import { pace, useLive } from '../live/live.ts';
import { go, tenantInView, withQuery } from '../navigation.tsx';
import { session } from '../session.ts';
import { useShellWords } from './words.ts';

const mostTenants = 100;

const Switch = () => {
  const words = useShellWords();
  const own = session.value?.tenant.tenantId ?? '';
  const inView = tenantInView.value ?? own;
  const { value } = useLive('tenants', () => replyTo(api.GET('/tenants', { params: { query: { limit: mostTenants } } })), pace.seldom);
  const ids = [...new Set([own, inView, ...(value?.items.map(({ tenantId }) => tenantId) ?? [])])];
  const choose = (tenantId: string) => go(withQuery({ tenant: tenantId === own ? undefined : tenantId, cursor: undefined }));
  return (
    <select class="tenant" aria-label={words.tenant} value={inView} onChange={(event) => choose(event.currentTarget.value)}>
      {ids.map((tenantId) => <option key={tenantId} value={tenantId}>{tenantId}</option>)}
    </select>
  );
};

/** Whose runs are looked at: a choice for whoever administers the platform, a fact for everybody else. */
export const TenantSwitch = () => {
  const words = useShellWords();
  if (session.value?.administersPlatform) return <Switch />;
  return <span class="tenant" title={`${words.tenant}: ${session.value?.tenant.tenantId}`}>{session.value?.tenant.name}</span>;
};
