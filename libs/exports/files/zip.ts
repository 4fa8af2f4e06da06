/**
 * The frame of a ZIP file (PKWARE APPNOTE 6.3) whose entries are written before their sizes are known: they follow in a
 * descriptor. Files stay under 4 GB, so ZIP64 is not needed.
 */
export interface ZipEntry {
  readonly name: string;
  /** where its header begins */
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly raw: number;
}

const VERSION = 20; // deflate
// sizes in a descriptor (bit 3), the name in UTF-8 (bit 11)
const FLAGS = 0x0808;
const DEFLATED = 8;
// 1980-01-01 00:00: the same content is the same file
const DAY = 0x21;

export function localHeader(name: string): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(DAY, 12);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([header, Buffer.from(name)]);
}

export function descriptor({ crc, packed, raw }: Pick<ZipEntry, 'crc' | 'packed' | 'raw'>): Buffer {
  const written = Buffer.alloc(16);
  written.writeUInt32LE(0x08074b50, 0);
  written.writeUInt32LE(crc, 4);
  written.writeUInt32LE(packed, 8);
  written.writeUInt32LE(raw, 12);
  return written;
}

function directoryEntry({ name, offset, crc, packed, raw }: ZipEntry): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(DAY, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(raw, 24);
  entry.writeUInt16LE(Buffer.byteLength(name), 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, Buffer.from(name)]);
}

/** The directory and the end. @param offset where the directory begins */
export function directory(entries: readonly ZipEntry[], offset: number): Buffer {
  const listed = Buffer.concat(entries.map(directoryEntry));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([listed, end]);
}
