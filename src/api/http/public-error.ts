// What may a page learn about an error: a code and a sentence, never a stack, a path or SQL.
import { randomBytes } from 'node:crypto';
import { CasebinderError, describeError, type ErrorCode, type Language } from '../../domain/errors.ts';

export interface PublicError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

/**
 * Like `describeError`, but foreign errors are reduced to an incident number (security.md 29): their messages
 * hold paths and SQL. `log` gets the number together with the whole error, so that it can be found again.
 */
export function describePublicError(
  error: unknown,
  language: Language,
  log: (incident: string, error: unknown) => void,
): PublicError {
  if (error instanceof CasebinderError && error.code !== 'INTERNAL') return describeError(error, language);
  const incident = randomBytes(4).toString('hex');
  log(incident, error);
  return describeError(new CasebinderError('INTERNAL', { detail: `#${incident}` }), language);
}
