import * as z from 'zod/mini';
import { VIEWER_ADDRESS_HEADER } from '../domain/origin.ts';
import { negotiateLanguage, type Language } from '../domain/language.ts';

/** What an HTTP API hands to a function (payload format 2.0), as far as anything here reads it. */
export const httpEvent = z.object({
  headers: z.record(z.string(), z.optional(z.string())),
  cookies: z.nullish(z.array(z.string())),
  queryStringParameters: z.nullish(z.record(z.string(), z.string())),
  pathParameters: z.nullish(z.record(z.string(), z.string())),
  body: z.nullish(z.string()),
  isBase64Encoded: z.nullish(z.boolean()),
  requestContext: z.object({
    requestId: z.string(),
    http: z.object({ method: z.string(), sourceIp: z.string(), userAgent: z.nullish(z.string()) }),
  }),
});
export type HttpEvent = z.infer<typeof httpEvent>;

/** Where a request comes from: as the gateway saw it, never as the caller claims. */
export interface Origin {
  readonly requestId: string;
  readonly sourceIp: string;
  readonly userAgent?: string;
  readonly referrer?: string;
  /** What the caller asked for, or undefined when he asked for nothing that is offered. */
  readonly language: Language;
  readonly acceptLanguage?: string;
}

export function originOf({ headers, requestContext: { requestId, http } }: HttpEvent): Origin {
  const acceptLanguage = headers['accept-language'];
  return {
    requestId, sourceIp: viewerAddress(headers) ?? http.sourceIp, language: negotiateLanguage(acceptLanguage),
    ...(http.userAgent && { userAgent: http.userAgent }),
    ...(headers['referer'] && { referrer: headers['referer'] }),
    ...(acceptLanguage && { acceptLanguage }),
  };
}

/** Trusted only where the stage has a distribution, and so refuses who comes another way. */
const viewerAddress = (headers: HttpEvent['headers']): string | undefined => (process.env['BEHIND_DISTRIBUTION'] ? headers[VIEWER_ADDRESS_HEADER] : undefined);

export const bodyText = ({ body, isBase64Encoded }: HttpEvent): string =>
  (isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : body ?? '');
