/** Of an account that is to be deleted; of the last of them the recipient has no account any more. */
interface DeletionVariables {
  readonly deletion_requested: {
    readonly firstName: string; readonly tenantName: string; readonly byAdministrator: boolean; readonly graceEndsAt: string; readonly dueAt: string; readonly cancelUrl: string;
    /** For whoever did not ask himself, and so was not told it. */
    readonly receiptCode?: string;
    /** Kinds of data that a hold keeps back; `blocked`: everything. */
    readonly held: readonly string[]; readonly blocked: boolean;
  };
  readonly deletion_reminder: { readonly firstName: string; readonly tenantName: string; readonly graceEndsAt: string; readonly cancelUrl: string };
  readonly deletion_cancelled: { readonly firstName: string; readonly tenantName: string; readonly consoleUrl: string };
  /** To an administrator, who finds whom it is about in the console. */
  readonly deletion_due_soon: { readonly requestId: string; readonly blocked: boolean; readonly begun?: boolean; readonly overdue: boolean; readonly dueAt: string; readonly consoleUrl: string };
  readonly deletion_extended: { readonly firstName: string; readonly tenantName: string; readonly dueAt: string; readonly reason: string };
  readonly deletion_blocked: { readonly firstName: string; readonly tenantName: string; readonly until?: string; readonly basis: string };
  readonly deletion_completed: {
    readonly firstName: string; readonly tenantName: string; readonly certificateUrl: string;
    /** Kinds of data that the law wants kept for now, and until when the first of them. */
    readonly held: readonly string[]; readonly heldUntil?: string;
  };
  /** To an office to which data of the person was passed on. */
  readonly recipient_notice: { readonly recipientName: string; readonly tenantName: string; readonly userId: string; readonly requestId: string; readonly acknowledgeUrl: string };
  readonly deletion_released: { readonly firstName: string; readonly tenantName: string; readonly graceEndsAt?: string; readonly cancelUrl: string };
}

interface Variables extends DeletionVariables {
  readonly verification: { readonly firstName: string; readonly verificationUrl: string; readonly validHours: number; readonly reminder?: true };
  readonly welcome: { readonly firstName: string; readonly tenantName: string };
  readonly registration_not_completed: { readonly firstName: string };
  readonly address_already_known: { readonly consoleUrl: string };
  readonly invitation: { readonly tenantName: string; readonly invitationUrl: string; readonly validUntil: string };
  readonly role_assigned: { readonly firstName: string; readonly tenantName: string; readonly roleName: string; readonly assignedBy: string; readonly validUntil?: string };
  readonly assignment_withdrawn: { readonly firstName: string; readonly tenantName: string; readonly roleName: string };
  readonly assignment_withdrawn_from: { readonly firstName: string; readonly tenantName: string; readonly roleName: string; readonly person: string };
  readonly role_revoked: { readonly firstName: string; readonly tenantName: string; readonly roleName: string; readonly revokedBy: string; readonly reason: string };
  readonly password_reset: { readonly firstName: string; readonly resetUrl: string; readonly validMinutes: number };
  readonly password_changed: { readonly firstName: string; readonly consoleUrl: string };
  readonly user_activated: { readonly userId: string; readonly memberSince: string; readonly consoleUrl: string };
}
type TemplateName = keyof Variables;

/** What a mail is made from. `memberSince` and `validUntil` are ISO 8601; addresses are full URLs, https unless on the own machine. */
export type MailTemplate<T extends TemplateName = TemplateName> = { [N in T]: { readonly template: N } & Variables[N] }[T];

/** What a mail says, as plain text; markup is the layout's. */
export interface MailText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string; readonly hint: string };
  /** Small print below the action. */
  readonly notes: readonly string[];
}

/** They are a part of the dictionary, in a file of their own. */
export type DeletionMailTexts = { readonly [N in keyof DeletionVariables]: (values: DeletionVariables[N]) => MailText };

/** One language's dictionary: a text for every mail, and what stands below all of them. */
export interface MailTexts {
  readonly mails: { readonly [N in TemplateName]: (values: Variables[N]) => MailText };
  readonly footer: string;
}

export const textOf = <T extends TemplateName>({ mails }: MailTexts, values: MailTemplate<T>): MailText =>
  mails[values.template](values);
