import type { ComponentType } from 'preact';
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

/** Pages that need no session. */
const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['/acknowledge-deletion', { view: AcknowledgeView, title: (words) => words.acknowledge.title }],
  ['/cancel-deletion', { view: KeepAccountView, title: (words) => words.keepAccount.title }],
  ['/reset', { view: ResetView, title: (words) => words.reset.title }],
  ['/verify', { view: VerifyView, title: (words) => words.verify.title }],
]);

const notFound: Route = { view: NotFoundView, title: (words) => words.notFound.title };

export const pageOf = (path: string): Route => routes.get(path) ?? notFound;
