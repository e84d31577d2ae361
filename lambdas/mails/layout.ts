import type { Language } from '../domain/language.ts';
import type { MailText } from './mail-template.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';

// Background and text colour stand together everywhere, so that a program that inverts one inverts both.
const page = 'margin:0;padding:0;background-color:#f3f4f6;color:#1f2937;';
const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei',sans-serif;font-size:16px;line-height:1.6;";
const card = `max-width:560px;margin:0 auto;background-color:#ffffff;color:#1f2937;border:1px solid #e5e7eb;border-radius:12px;`;
const button = 'display:inline-block;padding:12px 24px;background-color:#1d4ed8;color:#ffffff;border-radius:8px;font-weight:600;text-decoration:none;';
const small = 'margin:0 0 8px;font-size:14px;color:#4b5563;';

/** The HTML part: one column, nothing loaded from anywhere, readable in dark mode. */
export function layoutHtml(language: Language, { subject, paragraphs, action, notes }: MailText, footer: string): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
</head>
<body style="${page}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td style="padding:24px 12px;">
<div style="${card}"><div style="padding:32px 28px 24px;${font}">
<h1 style="margin:0 0 20px;font-size:22px;line-height:1.3;">${subject}</h1>
${paragraphs.map((paragraph) => html`<p style="margin:0 0 16px;">${paragraph}</p>\n`)}
${action ? actionHtml(action) : ''}
<div style="margin-top:24px;padding-top:16px;border-top:1px solid #e5e7eb;">
${[...notes, footer].map((note) => html`<p style="${small}">${note}</p>\n`)}
</div>
</div></div>
</td></tr></table>
</body>
</html>
`.toString();
}

function actionHtml({ label, url, hint }: NonNullable<MailText['action']>): Markup {
  return html`<p style="margin:24px 0;"><a href="${url}" style="${button}">${label}</a></p>
<p style="${small}">${hint}<br><span style="word-break:break-all;">${url}</span></p>`;
}

/** The text part, from the same words; an address stands alone on its line, so that it can be copied and clicked. */
export function layoutText({ paragraphs, action, notes }: MailText, footer: string): string {
  const blocks = [...paragraphs, ...(action ? [`${action.label}\n${action.url}`] : []), ...notes, `-- \n${footer}`];
  return `${blocks.join('\n\n')}\n`;
}
