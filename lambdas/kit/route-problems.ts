import type { ProblemKind } from './problem-texts.ts';
import { isDeletionAccess, KNOWN_OR_NOT, type Route } from './route.ts';

/**
 * Everything that an endpoint may refuse: what the pipeline does for its declaration, and what it declares itself. A parameter of the path that
 * is left empty leads where no endpoint is.
 */
export function problemsOf({ access, body, params, query, idempotent, rateLimits, problems = [] }: Route): readonly ProblemKind[] {
  return [...new Set<ProblemKind>([
    ...(body || params || query || idempotent ? ['invalid-request'] as const : []), ...(body ? ['malformed-json', 'too-large'] as const : []),
    ...(idempotent ? ['idempotency-key-reused'] as const : []), ...refusalsOf(access), ...(rateLimits ? ['too-many-requests'] as const : []),
    ...(params ? ['no-such-endpoint'] as const : []), ...problems, 'unavailable', 'unexpected',
  ])];
}

function refusalsOf(access: Route['access']): readonly ProblemKind[] {
  if (access === 'public' || access === KNOWN_OR_NOT) return [];
  if (access === 'any credential') return ['unauthenticated'];
  if (access === 'session') return ['unauthenticated', 'session-needed'];
  if (access === 'own account or users:delete') return ['unauthenticated', 'session-needed', 'forbidden'];
  return ['unauthenticated', 'forbidden', ...(isDeletionAccess(access) ? ['not-found'] as const : [])];
}
