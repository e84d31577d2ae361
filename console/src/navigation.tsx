import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const moved = 'console:moved';

const pathNow = () => location.pathname.replace(/\/+$/, '') || '/';

/** The path of the view on screen, without a trailing slash; follows links and the Back button. */
export const usePath = (): string => {
  const [path, setPath] = useState(pathNow);
  useEffect(() => {
    const follow = () => setPath(pathNow());
    addEventListener('popstate', follow);
    addEventListener(moved, follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener(moved, follow);
    };
  }, []);
  return path;
};

const wantsNewTab = (event: MouseEvent) => event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/** A link inside the console: changes the view without loading the page again. */
export const Link = ({ to, children, ...rest }: { to: string; class?: string; children: ComponentChildren }) => {
  const follow = (event: MouseEvent) => {
    if (wantsNewTab(event)) return;
    event.preventDefault();
    history.pushState(null, '', to);
    dispatchEvent(new Event(moved));
    scrollTo(0, 0);
  };
  return <a {...rest} href={to} onClick={follow}>{children}</a>;
};
