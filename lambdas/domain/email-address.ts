import { domainToASCII } from 'node:url';
import * as z from 'zod/mini';
import { expects } from './expected.ts';

const LONGEST_ADDRESS_BYTES = 254;
const LONGEST_LOCAL_PART_BYTES = 64;
// Whatever could end a header, list a second recipient, quote or comment; a quoted local part is refused with it.
const FORBIDDEN_IN_LOCAL_PART = /[\p{C}\p{Z}"(),:;<>@[\]\\]/u;
const DOMAIN_AS_TYPED = /^[\p{L}\p{M}\p{N}.-]+$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A request's address, trimmed. Plus tags, Unicode local parts and international domains are welcome. */
export const emailAddress = z.string().check(
  z.refine((input) => !/[\r\n\0]/.test(input), { error: 'must be one line', abort: true, params: expects('oneLine') }),
  z.trim(),
  z.refine((address) => Buffer.byteLength(address) <= LONGEST_ADDRESS_BYTES, { error: 'must be at most 254 bytes', abort: true, params: { longest: LONGEST_ADDRESS_BYTES } }),
  z.refine(isAddress, { error: 'must be an e-mail address', params: expects('emailAddress') }),
  z.meta({ format: 'email', maxLength: LONGEST_ADDRESS_BYTES }),
);

/**
 * The form under which two spellings are one account: compatibility forms folded, lower case, domain in punycode.
 * For the uniqueness index only, mail goes to the address as given. Dots and plus tags stay: what they mean is the
 * provider's business. Expects an address that `emailAddress` accepted.
 */
export function normaliseEmail(address: string): string {
  // Lower-casing writes a capital sigma in two ways, by its place in the word.
  const local = partsOf(address).local.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
  return `${local}@${emailDomain(address)}`;
}

/** A domain as a tenant lists it, kept as `emailDomain` gives it. */
export const mailDomain = z.pipe(
  z.string().check(z.refine((domain) => DOMAIN_AS_TYPED.test(domain) && isHostName(domainToASCII(domain)))), z.transform(domainToASCII));

/** The domain in lower case and punycode, to compare with a tenant's list; empty where there is no valid one. */
export const emailDomain = (address: string): string => domainToASCII(partsOf(address).domain);

/** The address with its domain in ASCII, which is all a mail provider without SMTPUTF8 takes. */
export const withAsciiDomain = (address: string): string => `${partsOf(address).local}@${emailDomain(address)}`;

/** Enough to tell one person of a list from another, and not enough to write to anybody. */
export const maskedAddress = (address: string): string => `${/^./u.exec(address)?.[0] ?? ''}***@${partsOf(address).domain}`;

function partsOf(address: string): { local: string; domain: string } {
  const at = address.lastIndexOf('@');
  return at === -1 ? { local: address, domain: '' } : { local: address.slice(0, at), domain: address.slice(at + 1) };
}

function isAddress(address: string): boolean {
  const { local, domain } = partsOf(address);
  return isLocalPart(local) && DOMAIN_AS_TYPED.test(domain) && isHostName(domainToASCII(domain));
}

function isLocalPart(local: string): boolean {
  const length = Buffer.byteLength(local);
  // Folding can bring a forbidden character in: a full-width @ becomes a plain one.
  const folded = local.normalize('NFKC');
  return length > 0 && length <= LONGEST_LOCAL_PART_BYTES
    && ![local, folded].some((form) => FORBIDDEN_IN_LOCAL_PART.test(form))
    && !folded.split('.').includes('');
}

function isHostName(domain: string): boolean {
  const labels = domain.split('.');
  // A last label that starts with a digit is an IPv4 address, which URL parsing writes in full.
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && /^[a-z]/.test(labels.at(-1) ?? '');
}
