import { passwordWeakness } from '../domain/password.ts';
import { Problem } from '../kit/problem.ts';
import type { FieldProblem } from '../kit/problem-texts.ts';

const weaknesses = { too_short: 'password-too-short', common: 'password-common', contains_context: 'password-contains-context' } as const satisfies Record<string, FieldProblem>;

/** @throws Problem 400 for a password that would be guessed soon by whoever knows these things about the person */
export function refuseWeakness(password: string, { email, firstName, lastName, tenantId }: Readonly<Record<'email' | 'firstName' | 'lastName' | 'tenantId', string>>, pointer = '/password'): void {
  const weakness = passwordWeakness(password, [email.slice(0, email.lastIndexOf('@')), firstName, lastName, tenantId]);
  if (weakness) throw new Problem('invalid-request', [{ pointer, code: weaknesses[weakness] }]);
}
