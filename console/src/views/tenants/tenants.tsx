import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { useRows } from '../../live/rows.ts';
import { Waiting } from '../../parts/block.tsx';
import { Empty, FailureNote } from '../../parts/empty.tsx';
import { RowsBar, RowsFoot } from '../../parts/rows-bar.tsx';
import { lookOf } from '../../states/families.ts';
import { Chip } from '../../states/status-chip.tsx';
import { ChangeTenant } from './change-tenant.tsx';
import { CreateTenant } from './create-tenant.tsx';
import type { Tenant } from './draft.ts';
import { draftOf } from './draft.ts';
import { useTenantWords } from './words.ts';

const inOnePage = 50;

const Row = ({ tenant, isGone, changed }: { tenant: Tenant; isGone: boolean; changed: () => void }) => {
  const words = useTenantWords();
  const { columns } = words;
  const { policy, domains, quota, profile, workingDays, graceDays } = draftOf(tenant);
  return (
    <tr class={isGone ? 'is-gone' : ''}>
      <td><bdi>{tenant.name}</bdi><span class="sub"><code>{tenant.tenantId}</code></span></td>
      <td><Chip look={lookOf(tenant.status === 'open' ? 'COMPLETED' : 'CANCELLED')}>{words.statuses[tenant.status]}</Chip></td>
      <td data-label={columns.policy}>{policy === 'domains' ? words.domainList({ domains }) : words.policies[policy]}</td>
      <td data-label={columns.quota} class="number">{quota || words.noQuota}</td>
      <td data-label={columns.privacy}>{words.profiles[profile]}{profile === 'pipl' && <span class="sub">{words.workingDays({ days: Number(workingDays) })}</span>}</td>
      <td data-label={columns.grace}>{words.days({ days: Number(graceDays) })}</td>
      <td><ChangeTenant tenant={tenant} done={changed} /></td>
    </tr>
  );
};

/** For whoever administers the platform: every tenant, who may join it, and how it erases people. */
const Tenants = () => {
  const words = useTenantWords();
  const { columns } = words;
  const rows = useRows<Tenant>({
    key: 'all tenants', idOf: ({ tenantId }) => tenantId, isBefore: (row, last) => row.tenantId < last.tenantId,
    ask: (cursor) => replyTo(api.GET('/tenants', { params: { query: { cursor, limit: inOnePage } } })),
  });
  const { live: { value, failure, refresh } } = rows;
  return (
    <>
      <header class="view-head"><h1>{words.title}</h1><CreateTenant done={refresh} /></header>
      <p class="hint">{words.lead}</p>
      {value === undefined && (failure ? <FailureNote failure={failure} retry={refresh} /> : <Waiting lines={6} />)}
      {value !== undefined && rows.rows.length === 0 && <Empty kind="nothing yet" title={words.none} />}
      {rows.rows.length > 0 && (
        <div class="panel">
          <RowsBar rows={rows} />
          <table class="rows tenants">
            <thead><tr><th>{columns.tenant}</th><th>{columns.status}</th><th>{columns.policy}</th><th>{columns.quota}</th><th>{columns.privacy}</th><th>{columns.grace}</th><th /></tr></thead>
            <tbody>{rows.rows.map(({ row, id, isGone }) => <Row key={id} tenant={row} isGone={isGone} changed={refresh} />)}</tbody>
          </table>
          <RowsFoot rows={rows} />
        </div>
      )}
    </>
  );
};

export default Tenants;
