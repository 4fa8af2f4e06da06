import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readTelephonyArguments, WrongUsage } from './arguments.js';
import { CannotRead, recordingBytes, recordingPath } from './recordings.js';

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

describe('what is typed after npm run telephony', () => {
  it.each([
    ['replay --ami a --ami b --queue-log c --json', { ami: ['a', 'b'], queueLog: ['c'], json: true }],
    ['replay --ami=a=1.txt --queue=q1', { ami: ['a=1.txt'], queue: 'q1', json: false }],
    ['rebuild --source pbx1', { command: 'rebuild', source: 'pbx1' }],
    ['rebuild --source=pbx1', { command: 'rebuild', source: 'pbx1' }],
    ['--help', { command: 'help' }],
    ['-h', { command: 'help' }],
    ['replay --ami a --help', { command: 'help' }],
    ['rebuild --help', { command: 'help' }],
  ])('%s is understood', (text, wanted) => {
    expect(readTelephonyArguments(words(text))).toMatchObject(wanted);
  });

  it.each([
    ['', 'no command is given'],
    ['reply', 'no command "reply"'],
    ['replay', 'nothing to replay'],
    ['replay --json', 'nothing to replay'],
    ['replay --amy a', 'no option "--amy"'],
    ['replay a', 'no option "a"'],
    ['replay --ami', '--ami needs a value'],
    ['replay --ami --json', '--ami needs a value'],
    ['replay --ami=', '--ami needs a value'],
    ['rebuild', 'say which source'],
    ['rebuild --source', 'say which source'],
    ['rebuild --source a b', 'say which source'],
    ['export --source a', '--to FOLDER'],
    ['export --from a', 'no option "--from"'],
  ])('"%s" is answered with one sentence', (text, sentence) => {
    const read = () => readTelephonyArguments(words(text));
    expect(read).toThrow(WrongUsage);
    expect(read).toThrow(sentence);
    expect(read).not.toThrow('\n');
  });
});

describe('the file of a recording', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recordings '));
  const path = (name: string) => join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true }));

  async function bytesOf(name: string): Promise<string> {
    const pieces: Uint8Array[] = [];
    for await (const piece of recordingBytes(path(name))) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  }

  it('is read in pieces, packed or not', async () => {
    const text = '接通\r\n'.repeat(300_000);
    writeFileSync(path('plain.txt'), text);
    writeFileSync(path('packed.gz'), gzipSync(text));
    writeFileSync(path('empty.txt'), '');
    expect((await bytesOf('plain.txt')) === text).toBe(true);
    expect((await bytesOf('packed.gz')) === text).toBe(true);
    expect(await bytesOf('empty.txt')).toBe('');
  });

  it.each([
    ['missing.txt', 'there is no such file'],
    ['.', 'it is a folder'],
    ['half.gz', 'it is not a whole gzip file'],
    ['noise.gz', 'it is not a whole gzip file'],
  ])('%s is refused with a sentence', async (name, sentence) => {
    writeFileSync(path('half.gz'), gzipSync('x'.repeat(50_000)).subarray(0, 40));
    writeFileSync(path('noise.gz'), 'noise');
    await expect(bytesOf(name)).rejects.toThrow(CannotRead);
    await expect(bytesOf(name)).rejects.toThrow(sentence);
  });

  it('is looked for in the folder of the person, not of the package', () => {
    writeFileSync(path('package.json'), '{}');
    expect(recordingPath('package.json', { INIT_CWD: folder })).toBe(path('package.json'));
    expect(recordingPath('package.json', {})).toBe(join(process.cwd(), 'package.json'));
  });
});
