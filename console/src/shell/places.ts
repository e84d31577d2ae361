import type { ComponentType } from 'preact';
import { may } from '../session.ts';

/** What a view is given: the parts of its address, such as the id of a run. */
export interface ViewProps { readonly params: Readonly<Record<string, string>> }
type Loaded = Promise<{ readonly default: ComponentType<ViewProps> }>;

export const placeNames = ['overview', 'runs', 'deadLetters', 'deletions', 'people', 'configuration', 'tenants', 'account'] as const;
export type PlaceName = (typeof placeNames)[number];

export interface Place {
  /** To which entry of the navigation it belongs. */
  readonly name: PlaceName;
  /** Parts that begin with a colon are handed to the view. */
  readonly path: string;
  /** Whoever lacks it does not see the entry, and is told whom to ask when he comes by the address. Nothing for what everybody has of his own. */
  readonly needs?: string;
  readonly load: () => Loaded;
}

/** Every view of the console, each loaded when it is first wanted. The first of a name is the entry of the navigation. */
export const places: readonly Place[] = [
  { name: 'overview', path: '/', needs: 'workflows:read', load: () => import('../views/overview/overview.tsx') },
  { name: 'runs', path: '/runs', needs: 'workflows:read', load: () => import('../views/runs/runs.tsx') },
  { name: 'runs', path: '/runs/:runId', needs: 'workflows:read', load: () => import('../views/run/run.tsx') },
  { name: 'deadLetters', path: '/dead-letters', needs: 'workflows:manage', load: () => import('../views/dead-letters/dead-letters.tsx') },
  { name: 'deadLetters', path: '/dead-letters/batches/:batchId', needs: 'workflows:read', load: () => import('../views/dead-letters/batch.tsx') },
  { name: 'deletions', path: '/deletions', needs: 'users:delete', load: () => import('../views/deletions/deletions.tsx') },
  { name: 'deletions', path: '/deletions/:requestId', needs: 'users:delete', load: () => import('../views/deletions/deletion.tsx') },
  { name: 'people', path: '/people', needs: 'users:read', load: () => import('../views/people/people.tsx') },
  { name: 'people', path: '/people/:userId', needs: 'users:read', load: () => import('../views/people/person.tsx') },
  { name: 'configuration', path: '/configuration', needs: 'workflows:read', load: () => import('../views/configuration/configuration.tsx') },
  { name: 'configuration', path: '/configuration/:type', needs: 'workflows:read', load: () => import('../views/configuration/process.tsx') },
  { name: 'tenants', path: '/tenants', needs: 'tenants:manage', load: () => import('../views/tenants/tenants.tsx') },
  { name: 'account', path: '/account', load: () => import('../views/account/account.tsx') },
];

export interface Found { readonly place: Place; readonly params: Readonly<Record<string, string>> }

const matched = (pattern: string, path: string): Readonly<Record<string, string>> | undefined => {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [position, part] of wanted.entries()) {
    const value = given[position] ?? '';
    if (part.startsWith(':') && value) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return params;
};

export const placeOf = (path: string): Found | undefined => {
  for (const place of places) {
    const params = matched(place.path, path);
    if (params) return { place, params };
  }
  return undefined;
};

/** Where one may go by a key or by typing. */
export const entries = placeNames.flatMap((name) => places.find((place) => place.name === name) ?? []);
/** Where the navigation leads, in its order; to one's own account the head of the page does. */
export const menu = entries.filter(({ name }) => name !== 'account');

export const mayEnter = ({ needs }: Pick<Place, 'needs'>): boolean => needs === undefined || may(needs);
