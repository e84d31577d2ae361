import { AddressRejected, OutcomeUnknown, TransientFailure } from '../domain/errors.ts';

/** Codes of Node for a connection that never stood, so nothing can have been sent. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const THROTTLED = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceededException', 'RequestLimitExceeded']);
const REFUSAL = /suppress|blacklist|not verified|address|domain|missing final/i;
const ABOUT_THE_ACCOUNT = /account|configuration set|tag/i;

interface Parties {
  readonly sender: string;
  readonly recipient: string;
}

/** What the failure of a send means for the mail. Addresses never travel on: errors reach histories and logs. */
export function translateSendFailure(error: unknown, parties: Parties): unknown {
  if (!(error instanceof Error)) return error;
  const status = statusOf(error);
  if (status === undefined) return withoutAnswer(error);
  if (THROTTLED.has(error.name) || status === 429 || status === 500 || status === 503) return notSent(`SES did not take the mail now: ${error.name}`, error);
  // A readable answer came from a middleman (502, 504), or an unreadable one from a request that was accepted.
  if (status >= 500 || status < 300) return new OutcomeUnknown(`whether SES took the mail is unknown: status ${status}`);
  if (isAboutRecipient(error, parties)) return new AddressRejected(`SES refuses the address: ${error.name}`);
  error.message = error.message.replaceAll(parties.recipient, '<recipient>');
  return error;
}

function withoutAnswer(error: Error): unknown {
  const code = 'code' in error ? String(error.code) : undefined;
  const neverConnected = NEVER_CONNECTED.has(code ?? '') || error.message.includes('did not establish a connection');
  if (neverConnected) return notSent(`SES could not be reached: ${code ?? error.name}`, error);
  const mayHaveLeft = code !== undefined || error.name === 'TimeoutError' || error.name === 'AbortError';
  return mayHaveLeft ? new OutcomeUnknown(`the reply of SES was lost: ${code ?? error.name}`, { cause: error }) : error;
}

/** A refusal that concerns our own sender, account or configuration must not be laid at a user's door. */
function isAboutRecipient({ name, message }: Error, { sender, recipient }: Parties): boolean {
  const refused = name === 'MessageRejected' || name === 'InvalidParameterValue' || name === 'InvalidParameterValueException';
  const about = message.replaceAll(recipient, '');
  return refused && REFUSAL.test(about) && !ABOUT_THE_ACCOUNT.test(about) && !message.includes(bareAddress(sender));
}

const bareAddress = (sender: string): string => /<([^<>]*)>$/.exec(sender)?.[1] ?? sender;

const notSent = (message: string, cause: Error): TransientFailure & { certainlyNotSent: true } =>
  Object.assign(new TransientFailure(message, { cause }), { certainlyNotSent: true as const });

function statusOf(error: Error): number | undefined {
  if (!('$metadata' in error) || typeof error.$metadata !== 'object' || error.$metadata === null) return undefined;
  return 'httpStatusCode' in error.$metadata && typeof error.$metadata.httpStatusCode === 'number' ? error.$metadata.httpStatusCode : undefined;
}
