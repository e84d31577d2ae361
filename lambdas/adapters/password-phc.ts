/** Password hashes as PHC strings: `$argon2id$v=19$m=…,t=…,p=…$salt$tag` and `$scrypt$ln=…,r=…,p=…$salt$tag`. */
export interface DerivedKey {
  readonly cost:
    /** `memory` in KiB. */
    | { readonly kind: 'argon2id'; readonly memory: number; readonly passes: number; readonly parallelism: number }
    /** `ln` is the binary logarithm of N. */
    | { readonly kind: 'scrypt'; readonly ln: number; readonly blockSize: number; readonly parallelism: number };
  readonly salt: Buffer;
  readonly tag: Buffer;
}

const ENCODED = String.raw`\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$`;
const ARGON2ID = new RegExp(String.raw`^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d)` + ENCODED);
const SCRYPT = new RegExp(String.raw`^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d)` + ENCODED);

/** What is stored is no hash that this platform would ever have written: damaged, or planted to exhaust memory. */
export class UnreadablePasswordHash extends Error {
  override readonly name = 'UnreadablePasswordHash';
}

export function formatPhc({ cost, salt, tag }: DerivedKey): string {
  const parameters = cost.kind === 'argon2id'
    ? `v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`
    : `ln=${cost.ln},r=${cost.blockSize},p=${cost.parallelism}`;
  return `$${cost.kind}$${parameters}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Throws `UnreadablePasswordHash` for anything else and for costs beyond 128 MiB (argon2id) or 256 MiB (scrypt). */
export function parsePhc(phc: string): DerivedKey {
  const stored = parseArgon2id(phc) ?? parseScrypt(phc);
  if (stored === undefined) throw new UnreadablePasswordHash('a stored password hash has an unknown form or absurd parameters');
  return stored;
}

/** Cheaper to guess than what is written today in any respect; a stronger one stays. */
export function isWeaker(stored: DerivedKey, current: DerivedKey): boolean {
  if (stored.salt.length < current.salt.length || stored.tag.length < current.tag.length) return true;
  const [a, b] = [stored.cost, current.cost];
  if (a.kind === 'argon2id' && b.kind === 'argon2id') return a.memory < b.memory || a.passes < b.passes;
  if (a.kind === 'scrypt' && b.kind === 'scrypt') return a.ln < b.ln || a.blockSize < b.blockSize;
  return a.kind === 'scrypt';
}

function parseArgon2id(phc: string): DerivedKey | undefined {
  const [, m, t, p, salt = '', tag = ''] = ARGON2ID.exec(phc) ?? [];
  const [memory, passes, parallelism] = [Number(m), Number(t), Number(p)];
  const sane = memory >= 8 * parallelism && memory <= 131_072 && passes >= 1 && passes <= 10 && parallelism >= 1 && parallelism <= 4;
  return sane ? { cost: { kind: 'argon2id', memory, passes, parallelism }, salt: bytes(salt), tag: bytes(tag) } : undefined;
}

function parseScrypt(phc: string): DerivedKey | undefined {
  const [, n, r, p, salt = '', tag = ''] = SCRYPT.exec(phc) ?? [];
  const [ln, blockSize, parallelism] = [Number(n), Number(r), Number(p)];
  const sane = ln >= 1 && blockSize >= 1 && 128 * blockSize * 2 ** ln <= 2 ** 28 && parallelism >= 1 && parallelism <= 4;
  return sane ? { cost: { kind: 'scrypt', ln, blockSize, parallelism }, salt: bytes(salt), tag: bytes(tag) } : undefined;
}

const unpadded = (data: Buffer): string => data.toString('base64').replace(/=+$/, '');
const bytes = (encoded: string): Buffer => Buffer.from(encoded, 'base64');
