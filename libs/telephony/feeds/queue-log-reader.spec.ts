import { appendFileSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LogBookmark, type LogFault, readLog } from './queue-log-reader.js';

describe('the reader of queue_log', () => {
  let folder: string;
  let path: string;
  let bookmark: LogBookmark | null;
  let faults: LogFault[];

  /** Everything that is new since the last time, with the number of the first line. */
  async function news(): Promise<{ text: string; firstLine: number | null }> {
    let text = '';
    let firstLine: number | null = null;
    for await (const piece of readLog(path, bookmark, (fault) => faults.push(fault))) {
      firstLine ??= piece.linesBefore + 1;
      text += piece.bytes.toString('utf8');
      bookmark = piece.bookmark as LogBookmark;
    }
    return { text, firstLine };
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'queue log '));
    path = join(folder, 'queue_log');
    bookmark = null;
    faults = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives every line once, and half a line only when its end has come', async () => {
    writeFileSync(path, 'one\ntwo\nthr');
    expect(await news()).toEqual({ text: 'one\ntwo\n', firstLine: 1 });
    expect(await news()).toEqual({ text: '', firstLine: null });
    appendFileSync(path, 'ee\n坐席');
    expect(await news()).toEqual({ text: 'three\n', firstLine: 3 });
    appendFileSync(path, '8001\n');
    expect(await news()).toEqual({ text: '坐席8001\n', firstLine: 4 });
    expect(faults).toEqual([]);
  });

  it('finishes the old file after a rotation and then reads the new one', async () => {
    writeFileSync(path, 'one\n');
    await news();
    appendFileSync(path, 'two\n');
    renameSync(path, `${path}.1`);
    writeFileSync(path, 'three\n');
    expect(await news()).toEqual({ text: 'two\nthree\n', firstLine: 2 });
    appendFileSync(path, 'four\n');
    expect(await news()).toEqual({ text: 'four\n', firstLine: 2 });
    expect(faults).toEqual([]);
  });

  it('says so when the old file is gone, when the log has shrunk, and when there is none', async () => {
    expect(await news()).toEqual({ text: '', firstLine: null });
    writeFileSync(path, 'one\ntwo\n');
    await news();
    truncateSync(path, 4);
    expect(await news()).toEqual({ text: 'one\n', firstLine: 1 });
    renameSync(path, join(folder, 'elsewhere'));
    writeFileSync(path, 'new\n');
    expect(await news()).toEqual({ text: 'new\n', firstLine: 1 });
    expect(faults).toEqual(['missing', 'shrunk', 'missing']);
  });
});
