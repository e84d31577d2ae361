/** What is wrong with which field: a JSON pointer, a code that stays, and words in the language that was asked for. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** The service's own account of a refusal (RFC 9457). Its texts come from outside: show them as text, never as markup. */
export interface Problem {
  readonly type: string;
  readonly title?: string;
  readonly detail?: string;
  readonly requestId?: string;
  readonly errors?: readonly FieldError[];
}

/** `refusal`: the service understood and said no. `trouble`: whether the call had its effect is not known, or it may simply be repeated. */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'refusal'; readonly status: number; readonly problem: Problem }
  | ({ readonly kind: 'trouble' } & Trouble);

export interface Trouble {
  readonly cause: 'unreachable' | 'busy' | 'failing';
  readonly problem?: Problem;
  readonly retryAfterSeconds?: number;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isFieldError = (value: unknown): value is FieldError =>
  isFields(value) && [value['pointer'], value['code'], value['detail']].every((field) => typeof field === 'string');

const problemIn = (value: unknown): Problem | undefined => {
  if (!isFields(value)) return undefined;
  const { type, title, detail, requestId, errors } = value;
  return {
    type: typeof type === 'string' ? type : 'about:blank',
    ...(typeof title === 'string' && { title }),
    ...(typeof detail === 'string' && { detail }),
    ...(typeof requestId === 'string' && { requestId }),
    ...(Array.isArray(errors) && { errors: errors.filter(isFieldError) }),
  };
};

/** What is said about a limit is for programs: it speaks of a header. The wait itself is told in the page's own words. */
const withoutDetail = ({ detail: _forPrograms, ...rest }: Problem): Problem => rest;

const refusalOrTrouble = ({ status, headers }: Response, body: unknown): Reply<never> => {
  const problem = headers.get('content-type')?.startsWith('application/problem+json') ? problemIn(body) : undefined;
  if (status === 429) {
    const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10);
    return { kind: 'trouble', cause: 'busy', ...(problem && { problem: withoutDetail(problem) }), ...(seconds > 0 && { retryAfterSeconds: seconds }) };
  }
  if (problem && status < 500) return { kind: 'refusal', status, problem };
  return { kind: 'trouble', cause: 'failing', ...(problem && { problem }) };
};

interface Fetched<T> { readonly data?: T; readonly error?: unknown; readonly response: Response }

/** A call of the client as one result; it never throws. Proxies in front of the service answer in HTML: that is trouble, too. */
export const replyTo = async <T>(call: Promise<Fetched<T>>): Promise<Reply<T>> => {
  try {
    const { data, error, response } = await call;
    if (!response.ok) return refusalOrTrouble(response, error);
    return (data ?? undefined) === undefined && response.status !== 204 ? { kind: 'trouble', cause: 'failing' } : { kind: 'answer', value: data as T };
  } catch (error) {
    return { kind: 'trouble', cause: error instanceof SyntaxError ? 'failing' : 'unreachable' };
  }
};

/** Anything but an answer. */
export type Failure = Exclude<Reply<unknown>, { readonly kind: 'answer' }>;
