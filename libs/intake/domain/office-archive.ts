const ENTRY = 0x02014b50; // central directory header, APPNOTE 4.3.12
const END = 0x06054b50; // end of central directory, APPNOTE 4.3.16
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 65_535;

// A document of 20 MB never unpacks to more; an archive that would fill the disk does.
const MOST_UNPACKED_BYTES = 200 * 1024 * 1024;
const MOST_RATIO = 200;
const MOST_ENTRIES = 5_000;

/** A program inside a document, or a document inside a document. */
const ACTIVE_PART = /vbaProject|activeX|\.exe$|\.bin$.*macro/i;

interface Directory {
  readonly names: readonly string[];
  readonly packed: number;
  readonly unpacked: number;
}

/** Which of the two Office kinds a ZIP holds, read from its directory without unpacking anything; null for the rest. */
export function officeKind(bytes: Uint8Array): 'docx' | 'xlsx' | null {
  const directory = readDirectory(bytes);
  if (!directory || isBomb(directory) || directory.names.some((name) => ACTIVE_PART.test(name))) return null;
  const { names } = directory;
  if (!names.includes('[Content_Types].xml')) return null;
  if (names.includes('word/document.xml')) return 'docx';
  return names.includes('xl/workbook.xml') ? 'xlsx' : null;
}

function isBomb({ packed, unpacked }: Directory): boolean {
  return unpacked > MOST_UNPACKED_BYTES || unpacked > Math.max(packed, 1) * MOST_RATIO;
}

function readDirectory(bytes: Uint8Array): Directory | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const entries = view.getUint16(end + 10, true);
  // 0xffff entries or offsets mean ZIP64, which no document of this size needs.
  if (entries === 0 || entries > MOST_ENTRIES) return null;
  return readEntries(bytes, view, view.getUint32(end + 16, true), entries, end);
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

function readEntries(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  entries: number,
  end: number,
): Directory | null {
  const names: string[] = [];
  let [at, packed, unpacked] = [start, 0, 0];
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) return null;
    packed += view.getUint32(at + 20, true);
    unpacked += view.getUint32(at + 24, true);
    const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, nameEnd)));
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { names, packed, unpacked };
}
