import type { Language } from './language.tsx';

/** What is wrong with which field: a JSON pointer, a code that stays, and words in the language that was asked for. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** The service's own account of a refusal (RFC 9457). Its texts come from outside: show them as text, never as markup. */
export interface Problem {
  readonly type: string;
  readonly detail?: string;
  readonly requestId?: string;
  readonly errors?: readonly FieldError[];
}

/** `refusal`: the service understood and said no. `trouble`: whether the call had its effect is not known, or it may simply be repeated. */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'refusal'; readonly problem: Problem }
  | ({ readonly kind: 'trouble' } & Trouble);

export interface Trouble {
  readonly cause: 'unreachable' | 'busy' | 'failing';
  readonly problem?: Problem;
  readonly retryAfterSeconds?: number;
}

export interface Health {
  readonly status: string;
  readonly stage: string;
  readonly version: string;
}

/** By which a person is asked for outside the console. */
export interface Account {
  readonly tenantId: string;
  readonly email: string;
}

export interface Verification {
  readonly status: 'verified' | 'active';
}

const longestWait = 15_000;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isHealth = (value: unknown): value is Health =>
  isFields(value) && [value['status'], value['stage'], value['version']].every((field) => typeof field === 'string');

const isVerification = (value: unknown): value is Verification =>
  isFields(value) && (value['status'] === 'verified' || value['status'] === 'active');

/** What a 202 carries is of no interest: it says the same for every address. */
const isAnything = (value: unknown): value is unknown => value !== null;

const isFieldError = (value: unknown): value is FieldError =>
  isFields(value) && [value['pointer'], value['code'], value['detail']].every((field) => typeof field === 'string');

const problemIn = (value: unknown): Problem | undefined => {
  if (!isFields(value)) return undefined;
  const { type, detail, requestId, errors } = value;
  return {
    type: typeof type === 'string' ? type : 'about:blank',
    ...(typeof detail === 'string' && { detail }),
    ...(typeof requestId === 'string' && { requestId }),
    ...(Array.isArray(errors) && { errors: errors.filter(isFieldError) }),
  };
};

/** Proxies in front of the service answer in HTML; to the caller that is the same as no body. */
const bodyOf = (response: Response): Promise<unknown> => response.json().catch(() => undefined);

/** What is said about a limit is for programs: it speaks of a header. The wait itself is told in the page's own words. */
const withoutDetail = ({ detail: _forPrograms, ...rest }: Problem): Problem => rest;

const refusalOrTrouble = async (response: Response): Promise<Reply<never>> => {
  const problem = response.headers.get('content-type')?.startsWith('application/problem+json')
    ? problemIn(await bodyOf(response))
    : undefined;
  if (response.status === 429) {
    const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
    return { kind: 'trouble', cause: 'busy', ...(problem && { problem: withoutDetail(problem) }), ...(seconds > 0 && { retryAfterSeconds: seconds }) };
  }
  if (problem && response.status < 500) return { kind: 'refusal', problem };
  return { kind: 'trouble', cause: 'failing', ...(problem && { problem }) };
};

const call = async <T>(path: string, init: RequestInit, accepts: (body: unknown) => body is T): Promise<Reply<T>> => {
  const response = await fetch(`/api${path}`, { ...init, cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(longestWait) })
    .catch(() => undefined);
  if (!response) return { kind: 'trouble', cause: 'unreachable' };
  if (!response.ok) return refusalOrTrouble(response);
  const body = await bodyOf(response);
  return accepts(body) ? { kind: 'answer', value: body } : { kind: 'trouble', cause: 'failing' };
};

const posting = (body: unknown, language: Language): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'accept-language': language },
  body: JSON.stringify(body),
});

export const readHealth = () => call('/health', {}, isHealth);

/** Confirms the address that the token was mailed to. Safe to repeat: the second time it is refused as already verified. */
export const verifyEmail = (token: string, language: Language) =>
  call('/auth/verify-email', posting({ token }, language), isVerification);

/** Asks for a new verification mail; whether the address is known is never told. */
export const resendVerification = (account: Account, language: Language) =>
  call('/auth/resend-verification', posting(account, language), isAnything);

/** Asks for a mail with a link to set a new password; whether the address is known is never told. */
export const requestPasswordReset = (account: Account, language: Language) =>
  call('/auth/request-password-reset', posting(account, language), isAnything);

/** Sets the password. Not safe to repeat blindly: the second time the link is refused as used. */
export const resetPassword = (token: string, password: string, language: Language) =>
  call('/auth/reset-password', posting({ token, password }, language), isAnything);

/** An office says that it was told of a deletion. Safe to repeat: the first time counts. */
export const acknowledgeDeletion = (requestId: string, token: string, language: Language) =>
  call(`/deletion-requests/${encodeURIComponent(requestId)}/acknowledge`, posting({ token }, language), isAnything);

/** Takes the deletion of an account back. Safe to repeat: the second time it is found taken back. */
export const cancelDeletion = (requestId: string, token: string, language: Language) =>
  call(`/deletion-requests/${encodeURIComponent(requestId)}/cancel`, posting({ token }, language), isAnything);
