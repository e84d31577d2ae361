import * as fc from 'fast-check';
import { languages, type Language } from '../../../lambdas/domain/language.ts';
import { renderMail, type MailTemplate } from '../../../lambdas/mails/mails.ts';
import { quotable } from '../../../lambdas/mails/quotable.ts';

const url = 'https://console.example.com/verify#token=usr_1.AbC-_9';
const consoleUrl = 'https://console.example.com/';
const cancelUrl = 'https://console.example.com/cancel-deletion?request=del_1#cancel=AbC-_9';

const neutral: MailTemplate[] = [
  { template: 'verification', firstName: 'Anna', verificationUrl: url, validHours: 24 },
  { template: 'welcome', firstName: 'Anna', tenantName: 'Acme' },
  { template: 'registration_not_completed', firstName: 'Anna' },
  { template: 'address_already_known', consoleUrl },
  { template: 'invitation', tenantName: 'Acme', invitationUrl: 'https://console.example.com/register#invitation=AbC-_9', validUntil: '2026-03-08T09:30:00.000Z' },
  { template: 'password_reset', firstName: 'Anna', resetUrl: 'https://console.example.com/reset#reset=AbC-_9', validMinutes: 10 },
  { template: 'password_changed', firstName: 'Anna', consoleUrl },
  { template: 'role_assigned', firstName: 'Anna', tenantName: 'Acme', roleName: 'Auditor', assignedBy: 'Ada Admin', validUntil: '2026-03-08T09:30:00.000Z' },
  { template: 'assignment_withdrawn', firstName: 'Anna', tenantName: 'Acme', roleName: 'Auditor' },
  { template: 'assignment_withdrawn_from', firstName: 'Ada', tenantName: 'Acme', roleName: 'Auditor', person: 'Anna Berg' },
  { template: 'role_revoked', firstName: 'Anna', tenantName: 'Acme', roleName: 'Auditor', revokedBy: 'Ada Admin', reason: 'moved to another team' },
  {
    template: 'deletion_requested', firstName: 'Anna', tenantName: 'Acme', byAdministrator: true, graceEndsAt: '2026-03-08T09:30:00.000Z', dueAt: '2026-04-01T09:30:00.000Z',
    cancelUrl, receiptCode: 'AbC-_9', held: ['business', 'audit'], blocked: false,
  },
  { template: 'deletion_requested', firstName: 'Anna', tenantName: 'Acme', byAdministrator: false, graceEndsAt: '2026-03-08T09:30:00.000Z', dueAt: '2026-04-01T09:30:00.000Z', cancelUrl, held: [], blocked: true },
  { template: 'deletion_reminder', firstName: 'Anna', tenantName: 'Acme', graceEndsAt: '2026-03-08T09:30:00.000Z', cancelUrl },
  { template: 'deletion_cancelled', firstName: 'Anna', tenantName: 'Acme', consoleUrl },
  { template: 'deletion_due_soon', requestId: 'del_1', blocked: true, overdue: false, dueAt: '2026-04-01T09:30:00.000Z', consoleUrl },
  { template: 'deletion_due_soon', requestId: 'del_1', blocked: false, begun: true, overdue: true, dueAt: '2026-04-01T09:30:00.000Z', consoleUrl },
  { template: 'deletion_due_soon', requestId: 'del_1', blocked: false, overdue: false, dueAt: '2026-04-01T09:30:00.000Z', consoleUrl },
  { template: 'deletion_extended', firstName: 'Anna', tenantName: 'Acme', dueAt: '2026-05-01T09:30:00.000Z', reason: 'many records' },
  { template: 'deletion_blocked', firstName: 'Anna', tenantName: 'Acme', basis: 'a lawsuit', until: '2026-05-01T09:30:00.000Z' },
  { template: 'deletion_blocked', firstName: 'Anna', tenantName: 'Acme', basis: 'a lawsuit' },
  { template: 'deletion_released', firstName: 'Anna', tenantName: 'Acme', graceEndsAt: '2026-03-08T09:30:00.000Z', cancelUrl },
  { template: 'deletion_released', firstName: 'Anna', tenantName: 'Acme', cancelUrl },
  { template: 'deletion_completed', held: ['business'], heldUntil: '2029-03-02T08:00:00.000Z', firstName: 'Anna', tenantName: 'Acme', certificateUrl: 'https://console.example/api/deletion-requests/del_42/certificate?receiptCode=abc' },
  { template: 'recipient_notice', recipientName: 'Payroll Office', tenantName: 'Acme', userId: 'usr_42', requestId: 'del_42', acknowledgeUrl: 'https://console.example/acknowledge-deletion?request=del_42#acknowledge=abc' },
  { template: 'user_activated', userId: 'usr_42', memberSince: '2026-03-01T09:30:00.000Z', consoleUrl },
];
type Eleven<T> = [T, T, T, T, T, T, T, T, T, T, T];
const [verification, welcome, notCompleted, alreadyKnown, invitation, reset, replaced, assigned, withdrawn, withdrawnFrom, revoked] = neutral as Eleven<MailTemplate>;
const activated: MailTemplate = { template: 'user_activated', userId: 'usr_42', memberSince: '2026-03-01T09:30:00.000Z', consoleUrl };
const ofDeletions = neutral.filter(({ template }) => template.startsWith('deletion_') || template === 'recipient_notice');
const everyMail = neutral.flatMap((values) => languages.map((language) => [values.template, language, values] as const));

describe('subjects tell the mails apart', () => {
  it.each<[MailTemplate, Language, RegExp]>([
    [verification, 'zh-CN', /验证/], [verification, 'en', /verify/],
    [welcome, 'zh-CN', /欢迎/], [welcome, 'en', /welcome/i],
    [notCompleted, 'zh-CN', /未完成/], [notCompleted, 'en', /not completed/],
    [alreadyKnown, 'zh-CN', /已有/], [alreadyKnown, 'en', /already/],
    [assigned, 'zh-CN', /获得了新角色/], [assigned, 'en', /new role/], [withdrawn, 'zh-CN', /角色未能授予您/], [withdrawn, 'en', /role could not be given/],
    [withdrawnFrom, 'zh-CN', /您授予的角色已收回/], [withdrawnFrom, 'en', /role that you gave was withdrawn/], [revoked, 'zh-CN', /角色已被收回/], [revoked, 'en', /role was taken/],
  ])('%j in %s: %s, and no other mail', (values, language, word) => {
    const withWord = neutral.filter((other) => word.test(renderMail(other, language).subject));
    expect(withWord).toEqual([values]);
  });

  it.each<[Language, RegExp]>([['zh-CN', /删除/], ['en', /deletion/]])('in %s all mails about a deletion, and no others, say so', (language, word) => {
    expect(neutral.filter((mail) => word.test(renderMail(mail, language).subject))).toEqual(ofDeletions);
  });

  it.each(languages)('in %s a way back is offered while there is one, by a link of its own', (language) => {
    const withLink = ofDeletions.filter((mail) => /cancel=[\w-]+/.test(renderMail(mail, language).text));
    expect(withLink).toEqual(ofDeletions.filter((mail) => mail.template === 'deletion_requested' || mail.template === 'deletion_reminder' || (mail.template === 'deletion_released' && mail.graceEndsAt !== undefined)));
  });
});

describe('every mail', () => {
  it.each(everyMail)('%s in %s is one HTML page that loads nothing, in the language it says', (_, language, values) => {
    const { html } = renderMail(values, language);
    expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`));
    expect(html).not.toMatch(/<(?:img|script|link|style|iframe|object|form|svg)|url\(|@import|src=/i);
    expect(html.match(/\{\{|\$\{|undefined|\[object/g)).toBeNull();
  });

  it.each(everyMail)('%s in %s says the same in text as in HTML', (_, language, values) => {
    const { html, text } = renderMail(values, language);
    expect(text).not.toMatch(/[<>]|undefined|\[object/);
    const shown = decode(html.replaceAll(/<title>.*<\/title>|<[^>]*>/g, ' '));
    for (const line of text.split('\n').filter((each) => each.trim() !== '' && each !== '-- ')) expect(shown).toContain(line);
  });

  it.each(everyMail)('%s in %s carries a token only to verify', (template, language, values) => {
    const { subject, html, text } = renderMail(values, language);
    expect(`${subject}${html}${text}`.includes('token=')).toBe(template === 'verification');
  });
});

describe('the verification mail', () => {
  it.each(languages)('holds its address literally in the text (%s), alone on a line', (language) => {
    const { html, text } = renderMail(verification, language);
    expect(text.split('\n')).toContain(url);
    expect(/token=([\w.-]+)/.exec(text)?.[1]).toBe('usr_1.AbC-_9');
    expect(html).toContain(`href="${url}"`);
  });

  it('as a reminder says so, and holds the same link until when it is still valid', () => {
    const reminder = { ...neutral[0], template: 'verification', firstName: 'Anna', verificationUrl: url, validHours: 5, reminder: true } as const;
    expect(renderMail(reminder, 'en')).toMatchObject({ subject: 'Reminder: please verify your e-mail address', text: expect.stringMatching(/nobody has confirmed[\s\S]*token=usr_1[\s\S]*valid for 5 hours/) as string });
    expect(renderMail(reminder, 'zh-CN')).toMatchObject({ subject: '提醒：请验证您的电子邮箱', text: expect.stringMatching(/即将失效[\s\S]*token=usr_1[\s\S]*5 小时/) as string });
  });

  it('keeps an address with several parameters readable in text and valid in HTML', () => {
    const several = renderMail({ ...neutral[0], template: 'verification', firstName: 'A', validHours: 1, verificationUrl: 'https://c.example.com/?a=1&token=x' }, 'en');
    expect(several.text).toContain('https://c.example.com/?a=1&token=x');
    expect(several.html).toContain('href="https://c.example.com/?a=1&amp;token=x"');
  });

  it('says that opening changes nothing, until when it is valid, and what to do if it was somebody else', () => {
    expect(renderMail(verification, 'en').text).toMatch(/changes nothing[\s\S]*button confirms[\s\S]*valid for 24 hours[\s\S]*not you[\s\S]*ignore/);
    expect(renderMail({ template: 'verification', firstName: 'A', verificationUrl: url, validHours: 1 }, 'en').text).toContain('valid for 1 hour from');
    expect(renderMail(verification, 'zh-CN').text).toMatch(/不会产生任何更改[\s\S]*按钮[\s\S]*24 小时[\s\S]*不是您本人[\s\S]*忽略/);
  });
});

describe('the other mails', () => {
  it('an address that is not proven yet gets no link and nothing to act on in its welcome', () => {
    for (const language of languages) expect(renderMail(welcome, language).html).not.toContain('href');
  });

  it('the owner of a known address learns how to log in or set a new password, and is not accused', () => {
    expect(renderMail(alreadyKnown, 'en').text).toMatch(/log in[\s\S]*password/);
    expect(renderMail(alreadyKnown, 'zh-CN').text).toMatch(/登录[\s\S]*重置/);
    expect(renderMail(alreadyKnown, 'en').text).toContain(consoleUrl);
  });

  it('whoever is invited learns by whom, what the link is for and until when, and that nothing happens without him', () => {
    expect(renderMail(invitation, 'en').text).toMatch(/Acme[\s\S]*register with this address[\s\S]*register#invitation=AbC-_9[\s\S]*March 8, 2026[^\n]*UTC[\s\S]*ignore/);
    expect(renderMail(invitation, 'zh-CN').text).toMatch(/Acme[\s\S]*本邮箱注册[\s\S]*register#invitation=AbC-_9[\s\S]*2026年3月8日[\s\S]*忽略/);
    for (const language of languages) expect(renderMail(invitation, language).subject).not.toMatch(/验证|verify|欢迎|welcome|未完成|not completed|已有|already|角色|role|删除|deletion/i);
  });

  it('whoever hears that the password was replaced learns what ended, and what to do if it was somebody else', () => {
    expect(renderMail(replaced, 'en').text).toMatch(/sessions and API keys[\s\S]*not you[\s\S]*administrator/);
    expect(renderMail(replaced, 'zh-CN').text).toMatch(/会话和 API 密钥[\s\S]*不是您本人[\s\S]*管理员/);
    for (const language of languages) expect(renderMail(replaced, language).subject).not.toMatch(/验证|verify|欢迎|welcome|未完成|not completed|已有|already|角色|role|删除|deletion/i);
  });

  it('every mail about a role says so in its subject, and no other does', () => {
    for (const [language, word] of [['zh-CN', /角色/], ['en', /role/]] as const)
      expect(neutral.filter((values) => word.test(renderMail(values, language).subject))).toEqual([assigned, withdrawn, withdrawnFrom, revoked]);
  });

  it('whoever loses a role learns which, by whom and why; whoever gets one until when', () => {
    expect(renderMail(revoked, 'en').text).toMatch(/Auditor[\s\S]*Ada Admin[\s\S]*moved to another team/);
    expect(renderMail(revoked, 'zh-CN').text).toMatch(/Auditor[\s\S]*Ada Admin[\s\S]*moved to another team/);
    expect(renderMail(assigned, 'en').text).toMatch(/Auditor[\s\S]*Ada Admin[\s\S]*March 8, 2026/);
    expect(renderMail({ template: 'role_assigned', firstName: 'Anna', tenantName: 'Acme', roleName: 'Auditor', assignedBy: 'Ada' }, 'en').text).not.toMatch(/Ends|undefined/);
  });

  it.each(['a\nb', 'token=x', 'TOKEN=x\u2028y', '\0'])('somebody else’s words can be repeated whatever they hold: %j', (words) => {
    for (const language of languages) expect(() => renderMail({ template: 'role_revoked', firstName: 'Anna', tenantName: 'Acme', roleName: 'Auditor', revokedBy: 'Ada', reason: quotable(words) }, language)).not.toThrow();
  });

  it('whoever asked for a new password gets a link of its own kind, and learns how long it is good and what to do if it was somebody else', () => {
    expect(renderMail(reset, 'en').text).toMatch(/reset#reset=AbC-_9[\s\S]*valid for 10 minutes[\s\S]*not you[\s\S]*ignore/);
    expect(renderMail(reset, 'zh-CN').text).toMatch(/reset#reset=AbC-_9[\s\S]*10 分钟[\s\S]*不是您本人[\s\S]*忽略/);
    for (const language of languages) expect(renderMail(reset, language).subject).not.toMatch(/验证|verify|欢迎|welcome|未完成|not completed|已有|already|角色|role|删除|deletion/i);
  });

  it('administrators learn which user is active and since when', () => {
    expect(renderMail(activated, 'en').text).toMatch(/usr_42[\s\S]*March 1, 2026[^\n]*9:30[^\n]*UTC/);
    expect(renderMail(activated, 'zh-CN').text).toMatch(/usr_42[\s\S]*2026年3月1日[^\n]*09:30[^\n]*UTC/);
  });
});

describe('a name that mail programs would turn into a link', () => {
  it.each(['Visit https://win.example.com', 'www.win', 'win.example now', 'cheap.com/pills', 'token=abc'])('is not greeted: %s', (firstName) => {
    for (const language of languages)
      for (const { html, text } of [{ ...verification, firstName }, { ...welcome, firstName }, { ...notCompleted, firstName }].map((values) => renderMail(values, language)))
        expect(`${html}${text}`).not.toContain(firstName);
  });

  it.each(['李小明', 'J. R.', "O'Hara", 'Anna-Lena', '<b>Bold</b>'])('and any other name is: %s', (firstName) => {
    for (const language of languages) expect(renderMail({ ...notCompleted, firstName } as MailTemplate, language).text).toContain(firstName);
  });
});

const seeds = [
  '<script>alert(1)</script>', '</p><h1>x', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '" onclick="x', '</title></head><body onload=x>',
  '<!--', '-->', ']]>', '<![CDATA[', '<style>*{display:none}</style>', '<a href="javascript:alert(1)">x</a>', '&lt;b&gt;', '&#60;b&#62;', '&', '&amp', '%3Cscript%3E',
  '\u003cscript\u003e', '＜script＞', '${1+1}', '{{7*7}}', '<%= 1 %>', '#{1}', '`', '\\', '$&', '$1', "$'", '__proto__', 'constructor', '</body></html>', '<svg/onload=x>',
  '<iframe srcdoc="x">', '<base href="//x">', '<meta http-equiv=refresh content=0>', '<form action=x>', '\u202Etxt.exe', '\uFEFF', '\uD800', '😀', 'a'.repeat(5_000),
  '<'.repeat(500), '"'.repeat(500), 'data:text/html,x', '=cmd()', '{"S":"x"}', ':x', 'a#b', '<b', 'b>', '<a\u00A0href=x>', '</td></tr></table>', '<plaintext>', '<textarea>',
];
const openings = ['', '"', "'", '>', '">', '-->', '</p>', '</title>', '&', 'x '];
/** More than 500: each seed behind each way to leave the place where a value stands. */
const payloads = openings.flatMap((opening) => seeds.map((seed) => opening + seed));
const measures = ['validHours', 'validMinutes', 'validUntil', 'memberSince', 'graceEndsAt', 'dueAt', 'until', 'heldUntil'];
const variablesOf = (values: MailTemplate) => Object.entries(values).flatMap(([name, value]) => (name === 'template' || measures.includes(name) || typeof value !== 'string' ? [] : [name]));
const withValue = (values: MailTemplate, variable: string, payload: string) =>
  ({ ...values, [variable]: variable.endsWith('Url') ? `${consoleUrl}?x=${payload.replaceAll(/\s/g, '+')}` : payload }) as MailTemplate;

/** Tags with their attributes, in order; quoted values that may vary are left out. */
const structure = (html: string) => html.match(/<[^>]*>/g)?.map((tag) => tag.replaceAll(/href="[^"]*"/g, 'href')).join('\n');
const decode = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

describe('no value changes the form of a mail', () => {
  it.each(everyMail)('%s in %s keeps its elements whatever its variables hold', (_, language, values) => {
    const expected = structure(renderMail(values, language).html);
    expect(payloads.length).toBeGreaterThan(500);
    for (const variable of variablesOf(values))
      for (const payload of payloads) {
        const { html, subject } = renderMail(withValue(values, variable, payload), language);
        expect(structure(html)).toBe(expected);
        expect(decode(html)).toContain(subject);
      }
  });

  it('and for any text at all', () => {
    const cases = fc.record({ mail: fc.constantFrom(...neutral), language: fc.constantFrom(...languages), which: fc.nat(), value: fc.string({ unit: 'grapheme' }) });
    fc.assert(fc.property(cases, ({ mail, language, which, value }) => {
      const names = variablesOf(mail);
      const changed = withValue(mail, names[which % names.length] ?? '', value);
      fc.pre(!/[\p{Cc}\u2028\u2029]/u.test(value));
      expect(structure(renderMail(changed, language).html)).toBe(structure(renderMail(mail, language).html));
    }), { numRuns: 300 });
  });
});

describe('a value that could forge a header, a paragraph or a link', () => {
  it.each(everyMail)('%s in %s is not rendered with a line break, NUL or control character in any variable', (_, language, values) => {
    for (const variable of variablesOf(values))
      for (const breaker of ['\r', '\n', '\r\nBcc: eve@example.com', '\0', '\u2028', '\u001B'])
        expect(() => renderMail({ ...values, [variable]: `x${breaker}y` }, language)).toThrow(expect.objectContaining({ name: 'UnsafeMailValue' }));
  });

  it.each([
    'javascript:alert(1)', 'data:text/html,x', 'http://example.com/', 'http://localhost.example.com/', 'http://127.0.0.1.example.com/', 'ftp://localhost/',
    '//example.com/', '/verify', '', 'https://', 'https://user:secret@example.com/', 'https://:secret@example.com/', 'https://localhost@example.com/', 'https://exa mple.com/', 'mailto:a@example.com', ' https://example.com/',
  ])('no link leads to %j', (bad) => {
    expect(() => renderMail({ template: 'address_already_known', consoleUrl: bad }, 'en')).toThrow(expect.objectContaining({ name: 'UnsafeMailValue' }));
    expect(() => renderMail({ template: 'verification', firstName: 'A', validHours: 1, verificationUrl: bad }, 'en')).toThrow(expect.objectContaining({ name: 'UnsafeMailValue' }));
  });

  it.each(['https://example.com/', 'http://localhost:8080/', 'http://127.0.0.1:8080/#x'])('a link may lead to %s', (good) => {
    expect(renderMail({ template: 'address_already_known', consoleUrl: good }, 'en').text).toContain(good);
  });

  it('no mail but the verification takes a token, by whatever way', () => {
    expect(() => renderMail({ template: 'address_already_known', consoleUrl: `${consoleUrl}?token=x` }, 'en')).toThrow(/token/);
    expect(() => renderMail({ template: 'welcome', firstName: 'Anna', tenantName: 'token=x' }, 'en')).toThrow(/token/);
  });

  it('is not repeated in the error', () => {
    expect(() => renderMail({ template: 'welcome', firstName: 'canary\n', tenantName: 'Acme' }, 'en')).toThrow(/^firstName must be one line/);
  });
});
