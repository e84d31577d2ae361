// One deployed platform with real runs for every suite that looks at the console's views: deploying and seeding takes a minute.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { browserPath } from './console-in-browser.ts';
import { crowd } from './console-crowd.ts';
import { whereItIs } from './console-platform-file.ts';
import { seedRuns } from './console-seeds.ts';
import { adminToken, call, deployedPlatform } from './local-aws-platform.ts';

const CROWD = 10_000;

export default async function setUp() {
  if (browserPath === undefined) return;
  const platform = await deployedPlatform('console-views');
  globalThis.consolePlatform = platform;
  const { apiUrl, consoleUrl, endpoint, workDir, tenantId, admin, store } = platform;
  const token = await adminToken(platform);
  const crowded = {
    tenantId: 'crowd', name: 'Crowd', admin: { email: 'admin@crowd.example', password: admin.password, firstName: 'Ada', lastName: 'Admin' },
  };
  await call(platform, 'POST', '/tenants', { token, body: crowded });
  const reached = { apiUrl, consoleUrl, endpoint, workDir, tenantId, admin, token };
  const [runs] = await Promise.all([seedRuns(reached), crowd(store, crowded.tenantId, CROWD)]);
  await mkdir(dirname(whereItIs), { recursive: true });
  await writeFile(whereItIs, JSON.stringify({ ...reached, runs, crowd: { tenantId: crowded.tenantId, count: CROWD } }));
}
