import crypto from 'node:crypto';
import { promisify } from 'node:util';
import type { DerivedKey } from './password-phc.ts';
import { formatPhc, isWeaker, parsePhc } from './password-phc.ts';

const SALT_BYTES = 16;
const TAG_BYTES = 32;
const ARGON2ID = { kind: 'argon2id', memory: 19_456, passes: 2, parallelism: 1 } as const;
const SCRYPT = { kind: 'scrypt', ln: 17, blockSize: 8, parallelism: 1 } as const;

type Cost = DerivedKey['cost'];

/** How passwords are kept when new hashes are of the given kind; both kinds are verified, whatever is preferred. */
export function passwordHashing(preferred: 'argon2id' | 'scrypt') {
  const current = preferred === 'argon2id' ? ARGON2ID : SCRYPT;
  const dummy: DerivedKey = { cost: current, salt: crypto.randomBytes(SALT_BYTES), tag: crypto.randomBytes(TAG_BYTES) };

  /** A PHC string with a salt of its own; about 0.1 s and 19 MiB (scrypt: 1 s and 128 MiB). */
  const hashPassword = async (password: string): Promise<string> => {
    const salt = crypto.randomBytes(SALT_BYTES);
    return formatPhc({ cost: current, salt, tag: await derive(password, salt, current, TAG_BYTES) });
  };

  /** `outdated` asks for a new hash at this login. Throws `UnreadablePasswordHash`, never for a wrong password. */
  const verifyPassword = async (password: string, phc: string): Promise<{ matches: boolean; outdated: boolean }> => {
    const stored = parsePhc(phc);
    return { matches: await isTagOf(password, stored), outdated: isWeaker(stored, dummy) };
  };

  /** The work of a verification for an account that does not exist, so that a login tells nothing by its time. */
  const verifyAgainstDummy = async (password: string): Promise<void> => {
    await isTagOf(password, dummy);
  };

  return { hashPassword, verifyPassword, verifyAgainstDummy };
}

export const { hashPassword, verifyPassword, verifyAgainstDummy } = passwordHashing(hasArgon2() ? 'argon2id' : 'scrypt');

async function isTagOf(password: string, { cost, salt, tag }: DerivedKey): Promise<boolean> {
  return crypto.timingSafeEqual(await derive(password, salt, cost, tag.length), tag);
}

function derive(password: string, salt: Buffer, cost: Cost, tagBytes: number): Promise<Buffer> {
  const message = Buffer.from(password, 'utf8');
  return cost.kind === 'argon2id' ? argon2id(message, salt, cost, tagBytes) : scrypt(message, salt, cost, tagBytes);
}

const argon2id = (message: Buffer, nonce: Buffer, cost: Extract<Cost, { kind: 'argon2id' }>, tagLength: number): Promise<Buffer> => {
  const { memory, passes, parallelism } = cost;
  return promisify(crypto.argon2)('argon2id', { message, nonce, memory, passes, parallelism, tagLength });
};

function scrypt(message: Buffer, salt: Buffer, cost: Extract<Cost, { kind: 'scrypt' }>, tagBytes: number): Promise<Buffer> {
  const options = { N: 2 ** cost.ln, r: cost.blockSize, p: cost.parallelism, maxmem: 512 * 1024 * 1024 };
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  crypto.scrypt(message, salt, tagBytes, options, (error, tag) => (error ? reject(error) : resolve(tag)));
  return promise;
}

/** Which minor version of Node 24 a Lambda runs is not documented, and an OpenSSL may lack the algorithm. */
function hasArgon2(): boolean {
  try {
    const smallest = { message: 'probe', nonce: 'probesalt', memory: 8, passes: 1, parallelism: 1, tagLength: 4 };
    return crypto.argon2Sync('argon2id', smallest).length === smallest.tagLength;
  } catch {
    return false;
  }
}
