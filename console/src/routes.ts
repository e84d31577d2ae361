import type { ComponentType } from 'preact';
import { lazy } from './shell/lazy-part.tsx';
import { AcknowledgeView } from './views/acknowledge/acknowledge.tsx';
import { KeepAccountView } from './views/keep-account/keep-account.tsx';
import { NotFoundView } from './views/not-found.tsx';
import { ResetView } from './views/reset/reset.tsx';
import { VerifyView } from './views/verify/verify.tsx';
import type { Words } from './words/zh-cn.ts';

export interface Route {
  readonly view: ComponentType;
  readonly title: (words: Words) => string;
}

const apiDocs: Route = { view: lazy(() => import('./views/api-docs/api-docs.tsx')), title: (words) => words.apiDocs };

/** Pages that need no session. */
const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['/api-docs', apiDocs],
  ['/acknowledge-deletion', { view: AcknowledgeView, title: (words) => words.acknowledge.title }],
  ['/cancel-deletion', { view: KeepAccountView, title: (words) => words.keepAccount.title }],
  ['/reset', { view: ResetView, title: (words) => words.reset.title }],
  ['/verify', { view: VerifyView, title: (words) => words.verify.title }],
]);

const notFound: Route = { view: NotFoundView, title: (words) => words.notFound.title };

/** What names a problem leads to a page about it. */
const isAboutProblem = (path: string) => path.startsWith('/problems/');

export const pageOf = (path: string): Route => (isAboutProblem(path) ? apiDocs : routes.get(path)) ?? notFound;
