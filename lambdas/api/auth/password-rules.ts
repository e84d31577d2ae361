import { passwordWeakness } from '../../domain/password.ts';
import type { PersonalData } from '../../domain/user.ts';
import { Problem } from '../../kit/problem.ts';
import type { FieldProblem } from '../../kit/problem-texts.ts';

const weaknesses = { too_short: 'password-too-short', common: 'password-common', contains_context: 'password-contains-context' } as const satisfies Record<string, FieldProblem>;

/**
 * The same for a first password and for a new one.
 * @throws Problem 400 that says why it would be guessed soon
 */
export function refuseWeakness(password: string, { email, firstName, lastName, tenantId }: Pick<PersonalData, 'email' | 'firstName' | 'lastName'> & { readonly tenantId: string }): void {
  const weakness = passwordWeakness(password, [email.slice(0, email.lastIndexOf('@')), firstName, lastName, tenantId]);
  if (weakness) throw new Problem('invalid-request', [{ pointer: '/password', code: weaknesses[weakness] }]);
}
