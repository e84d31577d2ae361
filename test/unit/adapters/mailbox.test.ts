import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { SendEmailCommand } from '@aws-sdk/client-ses';
import { sesMailbox } from '../../../lambdas/adapters/mailbox.ts';

const sender = 'Platform <no-reply@platform.example.com>';
const mail = { subject: '请验证您的电子邮箱', html: '<p>您好</p>', text: '您好\n' };
const order = { to: 'anna@example.com', mail, tenantId: 'demo', userId: 'usr_42' };

const failing = (failure: object) => sesMailbox({ sender }, { send: () => Promise.reject(Object.assign(new Error('no message'), failure)) });
const answered = (name: string, httpStatusCode: number, message = 'no message') => ({ name, message, $metadata: { httpStatusCode } });

describe('a mail that SES takes', () => {
  const sent: SendEmailCommand[] = [];
  const recording = { send: (command: SendEmailCommand) => Promise.resolve(sent.push(command)) };

  beforeEach(() => sent.splice(0));

  it('goes out in UTF-8 in both forms, marked with the user it is for', async () => {
    await sesMailbox({ sender, configurationSet: 'feedback' }, recording).send(order);
    expect(sent.map(({ input }) => input)).toEqual([{
      Source: sender,
      Destination: { ToAddresses: ['anna@example.com'] },
      Message: {
        Subject: { Data: mail.subject, Charset: 'UTF-8' },
        Body: { Html: { Data: mail.html, Charset: 'UTF-8' }, Text: { Data: mail.text, Charset: 'UTF-8' } },
      },
      Tags: [{ Name: 'tenantId', Value: 'demo' }, { Name: 'userId', Value: 'usr_42' }],
      ConfigurationSetName: 'feedback',
    }]);
  });

  it('needs no configuration set', async () => {
    await sesMailbox({ sender }, recording).send(order);
    expect(sent[0]?.input).not.toHaveProperty('ConfigurationSetName');
  });

  it('goes to an international domain in the form that SES takes, the local part as given', async () => {
    await sesMailbox({ sender }, recording).send({ ...order, to: 'Anna.B@Müller.de' });
    expect(sent[0]?.input.Destination?.ToAddresses).toEqual(['Anna.B@xn--mller-kva.de']);
  });

  it.each(['anna@example.com\r\nBcc: eve@example.com', 'anna@example.com, eve@example.com', 'anna', ''])('never goes to %j', async (to) => {
    await expect(sesMailbox({ sender }, recording).send({ ...order, to })).rejects.toMatchObject({ name: 'AddressRejected' });
    expect(sent).toEqual([]);
  });

  it.each(['usr#42', 'a b', '', 'x'.repeat(65), '用户'])('never carries a mark that SES would refuse (%j)', async (userId) => {
    await expect(sesMailbox({ sender }, recording).send({ ...order, userId })).rejects.toThrow(/pattern/);
    expect(sent).toEqual([]);
  });
});

describe('an address that SES refuses for good', () => {
  it.each([
    answered('MessageRejected', 400, 'Email address is not verified. The following identities failed the check in region US-EAST-1: anna@example.com'),
    answered('MessageRejected', 400, 'Address blacklisted.'),
    answered('MessageRejected', 400, 'The recipient is on the suppression list of your account.'),
    answered('InvalidParameterValue', 400, 'Local address contains control or whitespace'),
    answered('InvalidParameterValue', 400, "Missing final '@domain'"),
    answered('InvalidParameterValue', 400, 'Domain contains illegal character'),
    answered('InvalidParameterValue', 400, 'Invalid email address<anna@example.com>.'),
  ])('$name: $message', async (failure) => {
    const error: unknown = await failing(failure).send(order).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AddressRejected' });
    expect(error).not.toHaveProperty('cause');
    expect(String(error)).not.toContain('anna');
  });
});

describe('a mail that certainly was not sent, but may be later', () => {
  it.each([
    answered('Throttling', 400, 'Maximum sending rate exceeded.'),
    answered('Throttling', 400, 'Daily message quota exceeded.'),
    answered('ThrottlingException', 400),
    answered('LimitExceededException', 400),
    answered('Unknown', 429),
    answered('InternalFailure', 500),
    answered('ServiceUnavailable', 503),
    { code: 'ECONNREFUSED' },
    { code: 'ENOTFOUND', $metadata: { attempts: 1 } },
    { code: 'EAI_AGAIN' },
    { name: 'TimeoutError', message: 'the request socket did not establish a connection with the server within the configured timeout of 3000 ms.' },
  ])('%j', async (failure) => {
    await expect(failing(failure).send(order)).rejects.toMatchObject({ name: 'TransientFailure', certainlyNotSent: true });
  });
});

describe('a mail that may have been sent', () => {
  it.each([
    { code: 'ECONNRESET', name: 'TimeoutError' },
    { code: 'EPIPE' },
    { code: 'ETIMEDOUT', name: 'TimeoutError' },
    { name: 'TimeoutError', message: 'a request has exceeded the configured 3000 ms requestTimeout.' },
    { name: 'AbortError' },
    answered('Unknown', 502),
    answered('Unknown', 504),
    answered('SyntaxError', 200),
  ])('%j', async (failure) => {
    await expect(failing(failure).send(order)).rejects.toMatchObject({ name: 'OutcomeUnknown' });
  });
});

describe('a fault of ours', () => {
  it.each([
    answered('MessageRejected', 400, 'Email address is not verified. The following identities failed the check in region US-EAST-1: NO-REPLY@platform.example.com'),
    answered('MessageRejected', 400, 'Sending suspended for this account.'),
    answered('AccountSendingPausedException', 400),
    answered('ConfigurationSetDoesNotExist', 400),
    answered('InvalidParameterValue', 400, 'Invalid email address no-reply@platform.example.com'),
    answered('InvalidParameterValue', 400, 'Invalid email tag value'),
    answered('InvalidClientTokenId', 403),
    answered('AccessDenied', 403),
    { name: 'CredentialsProviderError' },
    { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' },
  ])('looks like one: $name $message', async (failure) => {
    await expect(failing(failure).send(order)).rejects.toMatchObject(failure);
  });

  it('keeps the address out of its message', async () => {
    const both = answered('MessageRejected', 400, 'Email address is not verified: no-reply@platform.example.com, Anna@example.com');
    const error: unknown = await failing(both).send(order).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'MessageRejected' });
    expect((error as Error).stack).not.toMatch(/anna@/i);
  });
});

const xml = (status: number, body: string) => (response: ServerResponse) => response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
/** Errors of sockets are of another realm than a test's, and the SDK loses their code there: only a process of its own shows them. */
const failureInPlainNode = async (environment: NodeJS.ProcessEnv = {}): Promise<unknown> => {
  const script = `import { sesMailbox } from '${new URL('../../../lambdas/adapters/mailbox.ts', import.meta.url).href}';
    await sesMailbox({ sender: '${sender}' }).send(${JSON.stringify(order)}).catch((error) => console.log(JSON.stringify({ ...error, name: error.name })));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env: { ...process.env, ...environment } });
  return JSON.parse(stdout);
};
const refusal = (code: string, message: string) => `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

describe('over the wire', () => {
  let received: URLSearchParams[] = [];
  let answer: (response: ServerResponse, request: IncomingMessage) => void;
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    received.push(new URLSearchParams(await text(request)));
    answer(response, request);
  };
  const server = createServer((request, response) => void receive(request, response));
  const before = { ...process.env };
  beforeAll(async () => {
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const { port } = server.address() as AddressInfo;
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  });
  afterAll(async () => {
    process.env = before;
    server.closeAllConnections();
    await new Promise((resolve) => { server.close(resolve); });
  });
  beforeEach(() => { received = []; });

  it('the mail arrives whole', async () => {
    answer = xml(200, '<SendEmailResponse><SendEmailResult><MessageId>1</MessageId></SendEmailResult></SendEmailResponse>');
    await sesMailbox({ sender }).send(order);
    expect(received[0]?.get('Message.Subject.Data')).toBe(mail.subject);
    expect([1, 2].map((n) => received[0]?.get(`Tags.member.${n}.Value`))).toEqual(['demo', 'usr_42']);
  });

  it.each([
    ['AddressRejected', 400, 'MessageRejected', 'Address blacklisted.'],
    ['TransientFailure', 400, 'Throttling', 'Maximum sending rate exceeded.'],
    ['TransientFailure', 503, 'ServiceUnavailable', 'later'],
    ['InvalidClientTokenId', 403, 'InvalidClientTokenId', 'who?'],
  ])('%s is what status %d %s means, and one request was made', async (name, status, code, message) => {
    answer = xml(status, refusal(code, message));
    await expect(sesMailbox({ sender }).send(order)).rejects.toMatchObject({ name });
    expect(received).toHaveLength(1);
  });

  it('an answer that cannot be read leaves the outcome unknown', async () => {
    answer = xml(200, '<SendEmailResponse');
    await expect(sesMailbox({ sender }).send(order)).rejects.toMatchObject({ name: 'OutcomeUnknown' });
  });

  it('a connection that breaks after the mail was read is not tried again, since the mail may be on its way', async () => {
    answer = (_, request) => { request.socket.destroy(); };
    expect(await failureInPlainNode()).toMatchObject({ name: 'OutcomeUnknown' });
    expect(received).toHaveLength(1);
  }, 20_000);

  it('a server that is not there took no mail', async () => {
    expect(await failureInPlainNode({ AWS_ENDPOINT_URL: 'http://127.0.0.1:1' })).toMatchObject({ name: 'TransientFailure', certainlyNotSent: true });
    expect(received).toHaveLength(0);
  }, 20_000);

  it('a reply that never comes is given up within 7 seconds', async () => {
    answer = () => undefined;
    const begun = performance.now();
    await expect(sesMailbox({ sender }).send(order)).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    expect(performance.now() - begun).toBeLessThan(7_000);
    expect(received).toHaveLength(1);
  }, 10_000);
});
