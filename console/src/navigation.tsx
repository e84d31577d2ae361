import { computed, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

interface Address { readonly path: string; readonly query: string }

const addressNow = (): Address => ({ path: location.pathname.replace(/\/+$/, '') || '/', query: location.search });

const address = signal(addressNow());
addEventListener('popstate', () => {
  address.value = addressNow();
});

/** The path of the view on screen, without a trailing slash; follows links and the Back button. */
export const path = computed(() => address.value.path);
/** What the view shows, as the address says it: filters, sort, what is selected. Never anything personal. */
export const query = computed(() => new URLSearchParams(address.value.query));
/** The tenant that a platform administrator looks at; it stands in the address, so that a link shows the same to another. */
export const tenantInView = computed(() => query.value.get('tenant') ?? undefined);

/** The same place seen by the same tenant. */
export const within = (to: string): string => {
  const tenant = tenantInView.value;
  const url = new URL(to, location.origin);
  if (tenant && !url.searchParams.has('tenant')) url.searchParams.set('tenant', tenant);
  return url.pathname + url.search;
};

const moveTo = (to: string, how: 'pushState' | 'replaceState') => {
  if (to === location.pathname + location.search) return;
  history[how](null, '', to);
  address.value = addressNow();
};

/** Goes to another view, at its top. */
export const go = (to: string): void => {
  moveTo(to, 'pushState');
  scrollTo(0, 0);
};

export type QueryChange = Readonly<Record<string, string | undefined>>;

/** This view with other choices; what is undefined is left out of the address. */
export const withQuery = (change: QueryChange): string => {
  const changed = new URLSearchParams(query.value);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || value === '') changed.delete(name);
    else changed.set(name, value);
  }
  const text = changed.toString();
  return path.value + (text && `?${text}`);
};

/** Back undoes it, unless it `replaces` what stood there, as typing does letter by letter. */
export const changeQuery = (change: QueryChange, { replaces = false } = {}): void => moveTo(withQuery(change), replaces ? 'replaceState' : 'pushState');

const wantsNewTab = (event: MouseEvent) => event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

interface LinkProps {
  readonly to: string;
  /** Only the choices within the view change: the reader stays where he is on the page. */
  readonly stays?: boolean;
  readonly class?: string | undefined;
  readonly title?: string | undefined;
  readonly 'aria-current'?: 'page' | 'true' | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'data-row'?: string;
  readonly children: ComponentChildren;
}

/** A link inside the console: changes the view without loading the page again. */
export const Link = ({ to, stays = false, children, ...rest }: LinkProps) => {
  const href = within(to);
  const follow = (event: MouseEvent) => {
    if (wantsNewTab(event)) return;
    event.preventDefault();
    if (stays) moveTo(href, 'pushState');
    else go(href);
  };
  return <a {...rest} href={href} onClick={follow}>{children}</a>;
};
