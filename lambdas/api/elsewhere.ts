import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { bindable } from '../kit/bindable.ts';
import { refused } from '../kit/endpoint.ts';
import { Problem } from '../kit/problem.ts';

/** Whoever asks where no endpoint is gets a problem document too; the gateway itself would answer in a shape of its own. */
export const handler = bindable(() => ({}), () => middy<unknown, APIGatewayProxyStructuredResultV2>().handler((event) => refused(event, new Problem('no-such-endpoint'), 'elsewhere')));
