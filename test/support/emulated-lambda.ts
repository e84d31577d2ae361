import { crc32 } from 'node:zlib';
import { CreateFunctionCommand, InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';

export const ROLE = 'arn:aws:iam::000000000000:role/any';

/** What the SDK clients of a test need to reach a local AWS. */
export const clientOf = (endpoint: string): { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } } => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

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

/** A zip with one file, stored as it is. */
export function zipOf(name: string, text: string): Uint8Array {
  const file = Buffer.from(text);
  const path = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(file), 10);
  common.writeUInt32LE(file.length, 14);
  common.writeUInt32LE(file.length, 18);
  common.writeUInt16LE(path.length, 22);
  const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, file]);
  const listed = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), path]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(entry.length, 12);
  return Buffer.concat([entry, listed, Buffer.from('PK\x05\x06'), end]);
}
