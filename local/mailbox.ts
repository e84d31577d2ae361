import * as z from 'zod/mini';

export interface ReceivedMail {
  readonly to: string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** ISO 8601, when SES took it. */
  readonly at: string;
}

/** What SES was told to send, oldest first. */
export interface Mailbox {
  messages(): Promise<ReceivedMail[]>;
}

/** The mailbox of the emulator at this endpoint: MiniStack or LocalStack. */
export async function mailboxAt(endpoint: string): Promise<Mailbox> {
  const isMiniStack = (await fetch(`${endpoint}/_ministack/health`)).ok;
  return isMiniStack ? miniStackMailbox(endpoint) : localStackMailbox(endpoint);
}

const fromMiniStack = z.object({
  messages: z.record(
    z.string(),
    z.array(
      z.object({
        Source: z.string(),
        To: z.array(z.string()),
        Subject: z.string(),
        BodyText: z.nullable(z.string()),
        BodyHtml: z.nullable(z.string()),
        Timestamp: z.union([z.number(), z.string()]),
      }),
    ),
  ),
});

function miniStackMailbox(endpoint: string): Mailbox {
  return {
    messages: async () => {
      const { messages } = fromMiniStack.parse(await read(`${endpoint}/_ministack/ses/messages`));
      return oldestFirst(
        Object.values(messages)
          .flat()
          .map((mail) => ({
            to: mail.To,
            from: mail.Source,
            subject: mail.Subject,
            text: mail.BodyText ?? '',
            html: mail.BodyHtml ?? '',
            at: isoOf(mail.Timestamp),
          })),
      );
    },
  };
}

const fromLocalStack = z.object({
  messages: z.array(
    z.object({
      Source: z.string(),
      Destination: z.object({ ToAddresses: z.optional(z.array(z.string())) }),
      Subject: z.string(),
      Body: z.object({ text_part: z.nullable(z.string()), html_part: z.nullable(z.string()) }),
      Timestamp: z.string(),
    }),
  ),
});

function localStackMailbox(endpoint: string): Mailbox {
  return {
    messages: async () => {
      const { messages } = fromLocalStack.parse(await read(`${endpoint}/_aws/ses`));
      return oldestFirst(
        messages.map((mail) => ({
          to: mail.Destination.ToAddresses ?? [],
          from: mail.Source,
          subject: mail.Subject,
          text: mail.Body.text_part ?? '',
          html: mail.Body.html_part ?? '',
          at: isoOf(mail.Timestamp),
        })),
      );
    },
  };
}

async function read(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

/** MiniStack counts seconds; LocalStack writes a date. */
const isoOf = (at: number | string): string => new Date(typeof at === 'number' ? at * 1000 : at).toISOString();

const oldestFirst = (mails: ReceivedMail[]): ReceivedMail[] => mails.toSorted((left, right) => left.at.localeCompare(right.at));
