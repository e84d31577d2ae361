import { useEffect, useState } from 'preact/hooks';

const inAddress = (name: string) => new URLSearchParams(location.hash.slice(1)).get(name) ?? '';

/** The token leaves the address bar and the history at once: who sees the screen later must not be able to use it. */
const take = (name: string): string => {
  const token = inAddress(name);
  if (token) history.replaceState(history.state, '', location.pathname);
  return token;
};

/** Another link opened in this same tab changes only the fragment, for which the browser loads nothing by itself. */
const watchForNewLink = (name: string) => {
  const startAgain = () => {
    if (inAddress(name)) location.reload();
  };
  addEventListener('hashchange', startAgain);
  return () => removeEventListener('hashchange', startAgain);
};

/** The token of the link by which the reader came, read once; empty where there is none. */
export const useLinkToken = (name: string): string => {
  const [token] = useState(() => take(name));
  useEffect(() => watchForNewLink(name), [name]);
  return token;
};
