import middy from '@middy/core';
import * as z from 'zod/mini';
import { originSecret, type OriginSecret } from '../adapters/origin-secret.ts';
import { sameHash } from '../domain/bearer-token.ts';
import { ORIGIN_SECRET_HEADER } from '../domain/origin.ts';
import { bindable } from '../kit/bindable.ts';

const payload = z.object({ headers: z.record(z.string(), z.optional(z.string())) });

/** Closes the direct way to the API: whoever does not come through the distribution, and so past its firewall, is refused. */
export const handler = bindable(() => ({ secret: originSecret() }), ({ secret }: { readonly secret: OriginSecret }) =>
  middy<unknown, { isAuthorized: boolean }>().handler(async (event) => {
    const given = payload.parse(event).headers[ORIGIN_SECRET_HEADER];
    return { isAuthorized: given !== undefined && sameHash(given, await secret.read()) };
  }));
