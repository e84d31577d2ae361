import type { Language } from '../domain/language.ts';
import { layoutHtml, layoutText } from './layout.ts';
import { textOf, type MailTemplate, type MailTexts } from './mail-template.ts';
import { en } from './texts/en.ts';
import { zhCN } from './texts/zh-CN.ts';

export type { MailTemplate } from './mail-template.ts';

export interface Mail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const dictionaries: Readonly<Record<Language, MailTexts>> = { 'zh-CN': zhCN, en };

/** A value would change the form of the mail or send its reader to a place that is not ours. Says which variable, never its value. */
export class UnsafeMailValue extends Error {
  override readonly name = 'UnsafeMailValue';
}

/** The mail in both forms. Throws `UnsafeMailValue` for line breaks and control characters, and for foreign kinds of links. */
export function renderMail(template: MailTemplate, language: Language): Mail {
  for (const [variable, value] of Object.entries(template)) refuseUnsafe(variable, String(value));
  const texts = dictionaries[language];
  const content = textOf(texts, template);
  const mail = { subject: content.subject, html: layoutHtml(language, content, texts.footer), text: layoutText(content, texts.footer) };
  if (template.template !== 'verification' && mail.text.includes('token='))
    throw new UnsafeMailValue(`the mail ${template.template} must not carry a token`);
  return mail;
}

/** Not only what reaches the subject: a line break in a name could forge a paragraph of the text part. */
function refuseUnsafe(variable: string, value: string): void {
  if (/[\p{Cc}\u2028\u2029]/u.test(value)) throw new UnsafeMailValue(`${variable} must be one line without control characters`);
  if (variable.endsWith('Url') && !isOwnLink(value)) throw new UnsafeMailValue(`${variable} must be an https address`);
}

function isOwnLink(value: string): boolean {
  const url = /\s/.test(value) ? null : URL.parse(value);
  if (!url || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname));
}
