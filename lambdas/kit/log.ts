import { Logger } from '@aws-lambda-powertools/logger';
import { PlatformError } from '../domain/errors.ts';

/** What may stand in a log line: ids, words of the platform, numbers. There is no field for content. */
export interface LogFields {
  readonly runId?: string;
  readonly type?: string;
  readonly step?: string;
  readonly attempt?: number;
  readonly tenantId?: string;
  readonly correlationId?: string;
  readonly requestId?: string;
  readonly eventId?: string;
  readonly route?: string;
  readonly status?: number | string;
  readonly durationMs?: number;
  readonly count?: number;
  readonly error?: SafeError;
}

/** An error without its content: a message is kept where the platform itself wrote it, frames never quote data. */
export interface SafeError { readonly name: string; readonly message?: string; readonly frames?: readonly string[]; readonly refused?: readonly string[] }

const logger = new Logger({ serviceName: process.env['SERVICE_NAME'] ?? 'platform' });

export const log = {
  info: (message: string, fields: LogFields = {}): void => logger.info(message, { ...fields }),
  warn: (message: string, fields: LogFields = {}): void => logger.warn(message, { ...fields }),
  error: (message: string, fields: LogFields = {}): void => logger.error(message, { ...fields }),
};

export function safeError(error: unknown): SafeError {
  if (!(error instanceof Error)) return { name: 'UnknownError' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
  return { name: error.name, ...(error instanceof PlatformError && { message: error.message }), ...refusedBy(error), frames };
}

/** Of a schema's refusal the places and kinds, never the values. */
function refusedBy(error: Error): { refused?: readonly string[] } {
  const issues = 'issues' in error && Array.isArray(error.issues) ? error.issues : [];
  const refused = issues.map(({ path, code }: { path?: readonly PropertyKey[]; code?: string }) => `${(path ?? []).map(String).join('.')}: ${code ?? '?'}`);
  return refused.length > 0 ? { refused } : {};
}
