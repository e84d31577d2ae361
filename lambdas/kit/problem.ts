import type { Language } from '../domain/language.ts';
import { fieldTexts, problemTexts, type FieldProblem, type ProblemKind } from './problem-texts.ts';

export interface FieldError {
  readonly pointer: string;
  readonly code: FieldProblem;
  /** In place of the code's own text, where that would not say enough. */
  readonly explanation?: Readonly<Record<Language, string>>;
  /** What would have been right; it stands behind the code's own text. */
  readonly expectation?: Readonly<Record<Language, string>>;
}

export const statusOf: Readonly<Record<ProblemKind, number>> = {
  'malformed-json': 400, 'invalid-request': 400, 'token-unknown': 400, 'token-expired': 400, 'already-verified': 400,
  'reset-unknown': 400, 'reset-expired': 400, 'reset-used': 400,
  unauthenticated: 401, 'wrong-credentials': 401, forbidden: 403, 'session-needed': 403, 'registration-not-allowed': 403, 'not-found': 404, 'no-such-endpoint': 404, 'tenant-not-found': 404,
  'self-grant': 403, 'beyond-own-rights': 403,
  'role-held-already': 409, 'role-requirements-missing': 409, 'role-name-taken': 409, 'last-administrator': 409, 'account-not-open': 409,
  'deletion-not-possible': 409, 'past-the-pivot': 409, 'deletion-over': 409, 'extension-not-possible': 409, 'recipient-told': 409, 'erasure-promised': 409,
  'not-possible-now': 409, 'stale-version': 409, 'tenant-full': 409, 'tenant-exists': 409, 'address-taken': 409, 'own-account': 409, 'too-large': 413, 'idempotency-key-reused': 422, 'too-many-requests': 429, unexpected: 500, unavailable: 503,
};

/** A refusal in the caller's terms; the pipeline answers it as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly errors: readonly FieldError[];

  /** After how many seconds it is worth another try. */
  readonly retryAfterS: number | undefined;

  constructor(kind: ProblemKind, errors: readonly FieldError[] = [], retryAfterS?: number) {
    super(kind);
    this.kind = kind;
    this.errors = errors;
    this.retryAfterS = retryAfterS;
  }

  get status(): number {
    return statusOf[this.kind];
  }
}

const COLON: Readonly<Record<Language, string>> = { 'zh-CN': '：', en: ': ' };
interface ErrorDocument { readonly pointer: string; readonly code: FieldProblem; readonly detail: string }
/** What is wrong with a field, as the caller reads it. */
export const errorDocument = ({ pointer, code, explanation, expectation }: FieldError, language: Language): ErrorDocument =>
  ({ pointer, code, detail: explanation?.[language] ?? [fieldTexts[language][code], ...(expectation ? [expectation[language]] : [])].join(COLON[language]) });

export interface ProblemDocument {
  readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly requestId: string;
  readonly errors?: readonly ErrorDocument[];
}

/** What the caller reads: what is wrong, where, and what to do about it, in his language. */
export function documentOf({ kind, status, errors }: Problem, language: Language, requestId: string): ProblemDocument {
  const { title, detail } = problemTexts[language][kind];
  return {
    type: `/problems/${kind}`, title, status, requestId,
    detail: [detail, ...errors.flatMap(({ explanation }) => explanation?.[language] ?? [])].join(' '),
    ...(errors.length > 0 && { errors: errors.map((error) => errorDocument(error, language)) }),
  };
}
