/** Of an office to which data of a person was passed on, and which must hear that she was erased (GDPR 19). */
export const recipientStatuses = ['TOLD', 'NOT_REACHED', 'ACKNOWLEDGED'] as const;
export type RecipientStatus = (typeof recipientStatuses)[number];

export interface ToldRecipient {
  /** Its place in the list of this deletion. */
  readonly nth: number;
  readonly name: string;
  readonly toldAt?: string | undefined;
  /** When it was given up; somebody may have told it since. */
  readonly notReachedAt?: string | undefined;
  /** By itself, with the word that only its mail held. */
  readonly acknowledgedAt?: string | undefined;
  /** The userId of whoever told it otherwise than by the mail, and how, in words that are sealed. */
  readonly toldBy?: string | undefined;
  readonly reason?: string | undefined;
}

export const recipientStatus = ({ toldAt, acknowledgedAt }: ToldRecipient): RecipientStatus =>
  (acknowledgedAt === undefined ? toldAt === undefined ? 'NOT_REACHED' : 'TOLD' : 'ACKNOWLEDGED');
