import { AddressRejected, OutcomeUnknown, TransientFailure } from '../domain/errors.ts';

/** Codes of Node for a connection that never stood, so nothing can have been sent. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const THROTTLED = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceededException', 'RequestLimitExceeded']);
const SYSTEM_ERROR = /^E[A-Z]+$/;

interface Parties {
  readonly sender: string;
  readonly recipient: string;
}

/**
 * What a failed send means for the mail; what has no meaning here comes back as it is.
 * Addresses never travel on, since errors reach histories and logs: a refusal that names one goes without its cause.
 */
export function translateSendFailure(error: unknown, parties: Parties): unknown {
  if (!(error instanceof Error)) return error;
  const status = statusOf(error);
  if (status === undefined) return withoutAnswer(error);
  if (THROTTLED.has(error.name) || [429, 500, 503].includes(status)) return notSent(`SES does not take mails now: ${error.name}`, error);
  // A middleman's answer (502, 504), or an unreadable one to a request that was accepted.
  if (status >= 502 || status < 300) return new OutcomeUnknown(`whether SES took the mail is unknown: status ${status}`, { cause: error });
  if (concernsRecipient(error, parties)) return new AddressRejected(`SES refuses the address: ${error.name}`);
  return withoutRecipient(error, parties);
}

function withoutAnswer(error: Error): unknown {
  const code = 'code' in error ? String(error.code) : error.name;
  if (NEVER_CONNECTED.has(code) || error.message.includes('did not establish a connection'))
    return notSent(`SES could not be reached: ${code}`, error);
  const lost = SYSTEM_ERROR.test(code) || error.name === 'TimeoutError' || error.name === 'AbortError';
  return lost ? new OutcomeUnknown(`the reply of SES was lost: ${code}`, { cause: error }) : error;
}

/** A refusal of our own sender or account must not be laid at a user's door: it is a fault, and looks like one. */
function concernsRecipient({ name, message }: Error, { sender, recipient }: Parties): boolean {
  if (mentions(message, bareAddress(sender))) return false;
  if (name === 'MessageRejected') return mentions(message, recipient) || /blacklist|suppress/i.test(message);
  return /^InvalidParameterValue(?:Exception)?$/.test(name) && /address|domain|local name/i.test(message);
}

const withoutRecipient = (error: Error, { recipient }: Parties): Error =>
  mentions(error.message, recipient) ? Object.assign(new Error('SES refuses the mail; its message names the recipient'), { name: error.name }) : error;

const notSent = (message: string, cause: Error): TransientFailure & { certainlyNotSent: true } =>
  Object.assign(new TransientFailure(message, { cause }), { certainlyNotSent: true as const });

const mentions = (message: string, address: string): boolean => message.toLowerCase().includes(address.toLowerCase());
const bareAddress = (sender: string): string => /<([^<>]*)>$/.exec(sender)?.[1] ?? sender;

function statusOf(error: Error): number | undefined {
  if (!('$metadata' in error) || typeof error.$metadata !== 'object' || error.$metadata === null) return undefined;
  return 'httpStatusCode' in error.$metadata && typeof error.$metadata.httpStatusCode === 'number' ? error.$metadata.httpStatusCode : undefined;
}
