import { consoleUrl } from './mail-settings.ts';

/** Browsers keep the promise of the prefix over https only; on the own machine the cookie has a plain name. */
const overHttps = (): boolean => consoleUrl().startsWith('https:');
export const sessionCookieName = (): string => (overHttps() ? '__Host-session' : 'session');

/** Where no script can read it, and for our own pages alone. */
const cookie = (value: string, ends: string): string => [`${sessionCookieName()}=${value}`, 'Path=/', ...(overHttps() ? ['Secure'] : []), 'HttpOnly', 'SameSite=Strict', ends].join('; ');

export const sessionCookie = (token: string, expiresAt: Date): string => cookie(token, `Expires=${expiresAt.toUTCString()}`);
export const noSessionCookie = (): string => cookie('', 'Max-Age=0');
