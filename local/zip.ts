import { crc32 } from 'node:zlib';

/** A zip archive of one file, stored as it is. */
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
