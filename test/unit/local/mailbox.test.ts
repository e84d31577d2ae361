import { createServer, type Server } from 'node:http';
import { mailboxAt } from '../../../local/mailbox.ts';
import { freePort } from '../../../local/ports.ts';

let emulator: Server | undefined;

/** An emulator that answers these paths and knows no other. */
async function emulatorWith(answers: Readonly<Record<string, unknown>>): Promise<string> {
  const port = await freePort();
  emulator = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((listening) => emulator?.listen(port, '127.0.0.1', () => listening()));
  return `http://127.0.0.1:${port}`;
}

afterEach(() => {
  emulator?.close();
});

const verification = { to: ['wang@example.com'], from: 'no-reply@example.com', subject: '请验证', text: 'token=abc', html: '<p>您好</p>', at: '2026-01-01T00:00:00.000Z' };
const welcome = { ...verification, subject: '欢迎', html: '', at: '2026-01-01T00:00:01.000Z' };

test('LocalStack hands out its mails, the oldest first', async () => {
  const mail = { Id: 'm-1', Region: 'us-east-1', Source: verification.from, Destination: { ToAddresses: verification.to } };
  const endpoint = await emulatorWith({
    '/_aws/ses': {
      messages: [
        { ...mail, Subject: '欢迎', Body: { text_part: 'token=abc', html_part: null }, Timestamp: '2026-01-01T00:00:01Z' },
        { ...mail, Subject: '请验证', Body: { text_part: 'token=abc', html_part: '<p>您好</p>' }, Timestamp: '2026-01-01T00:00:00Z' },
      ],
    },
  });
  const mailbox = await mailboxAt(endpoint);
  expect(await mailbox.messages()).toEqual([verification, welcome]);
});

test('MiniStack hands out its mails of all accounts, the oldest first', async () => {
  const mail = { MessageId: 'm-1', Source: verification.from, To: verification.to, CC: [], BCC: [], Type: 'SendEmail', BodyText: 'token=abc' };
  const seconds = Date.parse(verification.at) / 1000;
  const endpoint = await emulatorWith({
    '/_ministack/health': { services: {} },
    '/_ministack/ses/messages': {
      messages: {
        '111111111111': [{ ...mail, Subject: '欢迎', BodyHtml: null, Timestamp: seconds + 1 }],
        '000000000000': [{ ...mail, Subject: '请验证', BodyHtml: '<p>您好</p>', Timestamp: seconds }],
      },
    },
  });
  const mailbox = await mailboxAt(endpoint);
  expect(await mailbox.messages()).toEqual([verification, welcome]);
});

test('an answer of another shape is an error and not an empty mailbox', async () => {
  const mailbox = await mailboxAt(await emulatorWith({ '/_aws/ses': { mails: [] } }));
  await expect(mailbox.messages()).rejects.toThrow(/messages/);
});
