import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type OptionsWithColumns, parse } from 'csv-parse';
import { columnsOf, InvalidMap, type ReplayMap } from './map.js';
import type { Row } from './shape-row.js';

/** One row of the file, numbered from 1 behind the header; a `fault` where it cannot be read. */
export type NumberedRow =
  | { readonly number: number; readonly row: Row; readonly fault: null }
  | { readonly number: number; readonly row: null; readonly fault: string };

// A message is far below this; a quote that never closes ends here instead of in the memory.
const MOST_CHARACTERS = 1_000_000;

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

/** Spreadsheets in China are often saved in GB 18030; the parser knows only UTF-8. */
function decoding(encoding: string): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform: (chunk: Buffer, _, done) => done(null, decoder.decode(chunk, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
}

function headerCheck(map: ReplayMap): (header: string[]) => string[] {
  return (header) => {
    const names = header.map((name) => name.trim());
    const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
    if (twice !== undefined) throw new InvalidMap(`the file has two columns "${twice}"`);
    const absent = columnsOf(map).filter((name) => !names.includes(name));
    if (absent.length > 0)
      throw new InvalidMap(`the file has no column "${absent[0]}"; it has ${names.join(', ')}`);
    return names;
  };
}

/**
 * Reads a CSV file (plain or gzip) row by row. A row that breaks RFC 4180 is numbered like every other and given as a
 * fault with the parser's code and the lines it covers: a quote that is never closed takes the lines behind it along.
 * @throws InvalidMap when the header lacks a column of the map
 */
export async function* readRows(file: string, map: ReplayMap): AsyncGenerator<NumberedRow> {
  const faults: NumberedRow[] = [];
  let number = 0;
  let line = 1;
  const options: OptionsWithColumns<Row> = {
    bom: true,
    delimiter: map.delimiter,
    columns: headerCheck(map),
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MOST_CHARACTERS,
    on_record: (row, context) => {
      line = context.lines;
      return { number: (number += 1), row, fault: null } as never;
    },
    on_skip: (error) => {
      const [from, to] = [line + 1, Math.max(line + 1, Number(error?.lines ?? line))];
      line = to;
      faults.push({
        number: (number += 1),
        row: null,
        fault: `malformed:${error?.code ?? 'CSV'} (line ${from === to ? from : `${from}–${to}`})`,
      });
    },
  };
  const steps = [createReadStream(file), ...((await isGzip(file)) ? [createGunzip()] : [])];
  const parser = parse(options);
  // Errors reach the parser, which throws them out of the loop below.
  pipeline([...steps, decoding(map.encoding), parser], () => undefined);
  for await (const one of parser as AsyncIterable<NumberedRow>) {
    while (faults[0] && faults[0].number < one.number) yield faults.shift() as NumberedRow;
    yield one;
  }
  yield* faults;
}
