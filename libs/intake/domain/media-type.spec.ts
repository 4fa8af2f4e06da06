import { deflateRawSync } from 'node:zlib';
import { acceptedMediaType, MEDIA_TYPES, MOST_FILE_BYTES, sniff } from './media-type.js';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

/** A ZIP with these parts; `claimed` lets the directory lie about the unpacked size. */
function zip(parts: Record<string, string>, claimed?: number): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(content));
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    entry.write(name, 46);
    locals.push(local, packed);
    directory.push(entry);
    offset += local.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, entries, end]);
}

const TYPES = { '[Content_Types].xml': '<Types/>' };
const docx = zip({ ...TYPES, 'word/document.xml': '<document/>' });
const xlsx = zip({ ...TYPES, 'xl/workbook.xml': '<workbook/>' });

describe('the kind by content', () => {
  it.each<[string, Buffer, string | null]>([
    ['PDF', bytes('%PDF-1.7\n'), 'pdf'],
    ['PNG', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'png'],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'jpeg'],
    ['WAV', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt '), 'wav'],
    ['MP3 with a tag', bytes('ID3', [3, 0]), 'mp3'],
    ['MP3 without', bytes([0xff, 0xfb, 0x90, 0x00]), 'mp3'],
    ['Word', docx, 'docx'],
    ['Excel', xlsx, 'xlsx'],
    ['Chinese text', bytes('九月工资未发\r\n\t共三千元𠮷'), 'txt'],
    ['text about tags', bytes('价格 < 3 元'), 'txt'],
    ['a page', bytes('  <!DOCTYPE html><p>'), null],
    ['a drawing', bytes('<svg onload=alert(1)>'), null],
    ['a page behind a byte-order mark', bytes([0xef, 0xbb, 0xbf], '<html>'), null],
    ['NUL', bytes('a\u0000b'), null],
    ['GBK text', bytes([0xb9, 0xa4, 0xd7, 0xca]), null],
    ['GIF', bytes('GIF89a', [0, 1]), null],
    ['a program', bytes('MZ', [0x90, 0x00, 0x03]), null],
    ['AVI', bytes('RIFF', [1, 2, 3, 4], 'AVI '), null],
    ['any ZIP', zip({ 'readme.txt': 'x' }), null],
    ['Word with a macro', zip({ ...TYPES, 'word/document.xml': 'x', 'word/vbaProject.bin': 'x' }), null],
    ['a ZIP cut short', docx.subarray(0, docx.length - 30), null],
    ['four bytes of a ZIP', bytes('PK', [3, 4]), null],
  ])('%s', (_, content, kind) => expect(sniff(content)).toBe(kind));
});

describe('bombs', () => {
  it('that unpack a thousandfold are refused unopened', () => {
    expect(sniff(zip({ ...TYPES, 'word/document.xml': '0'.repeat(3_000_000) }))).toBeNull();
  });
  it('that claim gigabytes are refused', () => {
    expect(sniff(zip({ ...TYPES, 'word/document.xml': 'x' }, 0xfffffffe))).toBeNull();
  });
});

describe('content and name', () => {
  it.each<[string, Buffer, string]>([
    ['pdf', bytes('%PDF-1.7'), MEDIA_TYPES.pdf],
    ['jpg', bytes([0xff, 0xd8, 0xff, 0xe1]), MEDIA_TYPES.jpeg],
    ['docx', docx, MEDIA_TYPES.docx],
  ])('%s', (ending, content, type) =>
    expect(acceptedMediaType(content, ending)).toEqual({ ok: true, value: type }),
  );

  it.each<[string, Buffer, string, string]>([
    ['nothing', bytes(), 'txt', 'attachment-refused'],
    ['a picture called a PDF', bytes([0xff, 0xd8, 0xff, 0xe1]), 'pdf', 'attachment-refused'],
    ['Excel called Word', xlsx, 'docx', 'attachment-refused'],
    ['too much', Buffer.alloc(MOST_FILE_BYTES + 1, 0x20), 'txt', 'body-too-large'],
  ])('%s', (_, content, ending, code) =>
    expect(acceptedMediaType(content, ending)).toMatchObject({ ok: false, refusal: { code } }),
  );
});
