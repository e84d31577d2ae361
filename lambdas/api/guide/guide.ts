import type { Guide } from '../../kit/openapi-operation.ts';
import auth from '../auth/examples.json' with { type: 'json' };
import bulk from '../bulk/examples.json' with { type: 'json' };
import configuration from '../configuration/examples.json' with { type: 'json' };
import deletion from '../deletion/examples.json' with { type: 'json' };
import history from '../history/examples.json' with { type: 'json' };
import invitations from '../invitations/examples.json' with { type: 'json' };
import me from '../me/examples.json' with { type: 'json' };
import overview from '../overview/examples.json' with { type: 'json' };
import platform from '../platform/examples.json' with { type: 'json' };
import records from '../records/examples.json' with { type: 'json' };
import roles from '../roles/examples.json' with { type: 'json' };
import statistics from '../statistics/examples.json' with { type: 'json' };
import tenants from '../tenants/examples.json' with { type: 'json' };
import users from '../users/examples.json' with { type: 'json' };
import workflows from '../workflows/examples.json' with { type: 'json' };

const description = `JSON in and out. Times are ISO 8601 in UTC, durations milliseconds.

**Who you are**: a session token (\`Authorization: Bearer …\`, from \`POST /auth/login\`), the console's cookie, or an API key (\`x-api-key\`). Your tenant comes from it; what belongs to another tenant answers as if it did not exist.

**Lists** come in pages: \`limit\` (100 at the most) and, for the next page, the \`cursor\` of the one before. The last page has none.

**What answers 202** is accepted and goes on behind the answer: ask the address in \`statusUrl\` or \`runUrl\` again every few seconds until \`status\` says that it has ended. Right after the answer it may still be \`not-found\`.

**Trying again**: what changes something takes an \`Idempotency-Key\`. The same key with the same request answers the same for 24 hours, and does nothing twice.

**What goes wrong** is told as \`application/problem+json\` (RFC 9457). \`type\` names the problem, \`errors\` the fields by JSON pointers, \`requestId\` the request in our logs. Texts come in the language of \`Accept-Language\`: \`zh-CN\` (without a wish) or \`en\`.`;

const groups: Readonly<Record<string, string>> = {
  platform: 'Whether the service answers, and this document', auth: 'Registering, verifying an address, logging in and out, passwords', me: 'Your own account, sessions and API keys',
  workflows: 'Processes, their runs, and what was given up', overview: 'How everything fares, at one look', statistics: 'Counts, durations and rates of runs and steps',
  bulk: 'Taking up again many runs at once', configuration: 'What may be set per process while it runs', deletion: 'Deleting accounts, holds and certificates',
  history: 'Events, audit and the timeline of one subject', invitations: 'Inviting people', records: 'Business data that belongs to a person', roles: 'Roles and who holds them',
  tenants: 'For whoever administers the platform', users: 'The people of a tenant',
};

/** What the schemas do not say. The examples were answered by the platform itself; long lists are cut short. */
export const guide: Guide = {
  description, groups,
  examples: { ...auth, ...bulk, ...configuration, ...deletion, ...history, ...invitations, ...me, ...overview, ...platform, ...records, ...roles, ...statistics, ...tenants, ...users, ...workflows },
};
