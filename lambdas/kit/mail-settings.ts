import { requiredSetting } from './settings.ts';

export const mailSettings = (): { sender: string; configurationSet?: string } => {
  const configurationSet = process.env['MAIL_CONFIGURATION_SET'];
  return { sender: requiredSetting('MAIL_SENDER'), ...(configurationSet && { configurationSet }) };
};

/** Built from the stage's own address, never from a request. The token stands in the fragment: no server and no log ever sees it. */
export const verificationUrl = (token: string): string => `${consoleUrl()}verify#token=${token}`;
export const invitationUrl = (token: string): string => `${consoleUrl()}register#invitation=${token}`;
export const passwordResetUrl = (token: string): string => `${consoleUrl()}reset#reset=${token}`;
export const cancelDeletionUrl = (requestId: string, token: string): string => `${consoleUrl()}cancel-deletion?request=${requestId}#cancel=${token}`;
export const acknowledgeDeletionUrl = (requestId: string, token: string): string => `${consoleUrl()}acknowledge-deletion?request=${requestId}#acknowledge=${token}`;
/** Opened without an account: the receipt is what lets in. */
export const certificateUrl = (requestId: string, receipt: string): string => `${consoleUrl()}api/deletion-requests/${requestId}/certificate?receiptCode=${receipt}`;
export const consoleUrl = (): string => requiredSetting('CONSOLE_URL');
