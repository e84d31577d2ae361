import type * as z from 'zod/mini';
import { expectationOf } from './expectation.ts';
import { Problem, type FieldError } from './problem.ts';
import type { FieldProblem } from './problem-texts.ts';

export const MAX_BODY_BYTES = 10 * 1024;
const MAX_DEPTH = 8;
const MAX_FIELDS = 100;
const POISONED_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/** @throws Problem for a body that is too large, no JSON, too deep, or that reaches for a prototype */
export function parseJsonBody(text: string): unknown {
  if (Buffer.byteLength(text) > MAX_BODY_BYTES) throw new Problem('too-large', [{ pointer: '', code: 'body-too-large' }]);
  const body = parsed(text);
  const error = shapeError(body, '', 0);
  if (error) throw new Problem('invalid-request', [error]);
  return body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('malformed-json', [{ pointer: '', code: 'malformed' }]);
  }
}

function shapeError(value: unknown, pointer: string, depth: number): FieldError | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = Object.entries(value);
  if (depth >= MAX_DEPTH || fields.length > MAX_FIELDS) return { pointer, code: 'too-deep' };
  for (const [name, inner] of fields) {
    const at = `${pointer}/${pointerPart(name)}`;
    const error = POISONED_NAMES.has(name) ? { pointer: at, code: 'unknown-field' as const } : shapeError(inner, at, depth + 1);
    if (error) return error;
  }
  return undefined;
}

/** A name as a JSON pointer spells it. */
export const pointerPart = (name: string | number | symbol) => String(name).replaceAll('~', '~0').replaceAll('/', '~1');

type Inspected<T> = { readonly data: T } | { readonly errors: readonly FieldError[] };

/** What the schema makes of it, or a JSON pointer, below the given one, for every field that it refuses. */
export function inspected<T>(schema: z.ZodMiniType<T>, value: unknown, below = ''): Inspected<T> {
  // Only with the input can a missing field be told from one of a wrong type; it goes no further than the codes.
  const { success, data, error } = schema.safeParse(value, { reportInput: true });
  return success ? { data } : { errors: error.issues.flatMap(fieldErrors).map((fault) => ({ ...fault, pointer: `${below}${fault.pointer}` })) };
}

/** @throws Problem for what the schema refuses */
export function validated<T>(schema: z.ZodMiniType<T>, value: unknown, below = ''): T {
  const found = inspected(schema, value, below);
  if ('errors' in found) throw new Problem('invalid-request', found.errors);
  return found.data;
}

type Issue = z.core.$ZodIssue;

function fieldErrors(issue: Issue): readonly FieldError[] {
  const pointer = issue.path.map((part) => `/${pointerPart(part)}`).join('');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((name) => ({ pointer: `${pointer}/${pointerPart(name)}`, code: 'unknown-field' }));
  const code = codeOf(issue);
  const expectation = code === 'required' ? undefined : expectationOf(issue);
  return [{ pointer, code, ...(expectation && { expectation }) }];
}

function codeOf(issue: Exclude<Issue, { code: 'unrecognized_keys' }>): FieldProblem {
  switch (issue.code) {
    case 'invalid_type': return issue.input === undefined ? 'required' : 'wrong-type';
    case 'too_small': return issue.origin === 'string' ? 'too-short' : 'too-small';
    case 'too_big': return issue.origin === 'string' ? 'too-long' : 'too-big';
    case 'invalid_value': return issue.input === undefined ? 'required' : 'not-allowed';
    case 'invalid_format': case 'not_multiple_of': case 'invalid_union': case 'invalid_key': case 'invalid_element': case 'custom': return 'wrong-format';
  }
}
