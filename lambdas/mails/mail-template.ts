interface Variables {
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

/** One language's dictionary: a text for every mail, and what stands below all of them. */
export interface MailTexts {
  readonly mails: { readonly [N in TemplateName]: (values: Variables[N]) => MailText };
  readonly footer: string;
}

export const textOf = <T extends TemplateName>({ mails }: MailTexts, values: MailTemplate<T>): MailText =>
  mails[values.template](values);
