import { computed, signal } from '@preact/signals';
import type { Answer } from './api/client.ts';
import { api } from './api/client.ts';
import type { Reply } from './api/reply.ts';
import { replyTo } from './api/reply.ts';

export type Session = Extract<Answer<'/auth/session', 'get'>, { readonly authenticated: true }>;
export interface Credentials { readonly tenantId: string; readonly email: string; readonly password: string }

export interface OwnDeletion { readonly graceEndsAt: string; readonly receiptCode?: string | undefined }

type Standing =
  | { readonly kind: 'unknown' }
  /** `wasIn`: a session had been here and is over. */
  | { readonly kind: 'visitor'; readonly wasIn: boolean; readonly likelyTenant?: string | undefined }
  | { readonly kind: 'in'; readonly session: Session }
  /** Who was in has asked for the deletion of her own account, and all access has ended with it. */
  | { readonly kind: 'closed'; readonly deletion: OwnDeletion };

export const standing = signal<Standing>({ kind: 'unknown' });
export const session = computed(() => (standing.value.kind === 'in' ? standing.value.session : undefined));

/** Whether the reader may see or do it; what he may not is not offered, and the service refuses it all the same. */
export const may = (permission: string): boolean => session.value?.permissions.some((each) => each === permission) ?? false;

/** Asks the service whether this browser has a session. Where it cannot be reached the reader is a visitor: he sees the state of the service. */
export const probeSession = async (): Promise<void> => {
  const reply = await replyTo(api.GET('/auth/session'));
  const found = reply.kind === 'answer' ? reply.value : undefined;
  standing.value = found?.authenticated ? { kind: 'in', session: found } : { kind: 'visitor', wasIn: false, likelyTenant: found?.preselectedTenant };
};

/** The session goes where no script can read it. */
export const logIn = async (credentials: Credentials): Promise<Reply<unknown>> => {
  const reply = await replyTo(api.POST('/auth/login', { body: { ...credentials, cookie: true } }));
  if (reply.kind === 'answer') await probeSession();
  return reply;
};

export const logOut = async (): Promise<void> => {
  await replyTo(api.POST('/auth/logout', {}));
  standing.value = { kind: 'visitor', wasIn: false };
};

export const accountIsClosed = ({ graceEndsAt, receiptCode }: OwnDeletion): void => {
  standing.value = { kind: 'closed', deletion: { graceEndsAt, receiptCode } };
};

/** The service has refused the session: whatever the reader did stays in the address, and he goes on there after he has logged in. */
export const sessionIsOver = (): void => {
  if (standing.value.kind === 'in') standing.value = { kind: 'visitor', wasIn: true };
};
