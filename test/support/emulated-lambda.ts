import { CreateFunctionCommand, InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { zipOf } from '../../local/zip.ts';

export const ROLE = 'arn:aws:iam::000000000000:role/any';

export interface FunctionSource {
  /** CommonJS. */
  readonly source: string;
  readonly handler: string;
  /** Seconds. */
  readonly timeout?: number;
}

export async function createFunction(lambda: LambdaClient, name: string, { source, handler, timeout = 10 }: FunctionSource): Promise<void> {
  const Code = { ZipFile: zipOf('index.js', source) };
  const create = { FunctionName: name, Runtime: 'nodejs24.x', Handler: `index.${handler}`, Role: ROLE, Timeout: timeout } as const;
  await lambda.send(new CreateFunctionCommand({ ...create, Code }));
}

/** What the function answers, or its error as Lambda words it. */
export async function invoke(lambda: LambdaClient, name: string, event: object = {}): Promise<Record<string, unknown>> {
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }));
  return z.record(z.string(), z.unknown()).parse(JSON.parse(Payload?.transformToString() ?? '{}'));
}
