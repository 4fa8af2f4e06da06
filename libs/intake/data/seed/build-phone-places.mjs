/**
 * Writes the shipped tables that tell a place from a telephone number. Run by hand when a new numbering plan is released:
 *   node libs/intake/data/seed/build-phone-places.mjs prefixes.csv[.gz] area-codes.csv
 * prefixes: prefix_from,prefix_to,province_code,city_code,province,city,area_code,carrier (sorted ranges of seven digits)
 * area codes: area_code,province_code,division_code,…
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

const [prefixFile, areaFile] = process.argv.slice(2);
if (!prefixFile || !areaFile)
  throw new Error('usage: build-phone-places.mjs prefixes.csv[.gz] area-codes.csv');

/** 110100 and 500200 only repeat their municipality. */
const realCode = (code) => (/^(11|12|31|50)/.test(code) ? `${code.slice(0, 2)}0000` : code);

function rowsOf(file) {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

/** Neighbouring ranges of one place are joined, starts are written as gaps: 8 MB become 0.2 MB. */
function prefixTable() {
  const ranges = [];
  for (const [from, to, , city, , , areaCode] of rowsOf(prefixFile)) {
    const place = city ? realCode(city) : areaCode;
    const last = ranges.at(-1);
    if (last && last.place === place && last.to + 1 === Number(from)) last.to = Number(to);
    else ranges.push({ from: Number(from), to: Number(to), place });
  }
  let next = 0;
  const lines = ranges.map(({ from, to, place }) => {
    const line = `${from - next},${to - from + 1},${place}`;
    next = to + 1;
    return line;
  });
  return `gap,count,place\n${lines.join('\n')}\n`;
}

function areaCodeModule() {
  const byArea = new Map();
  for (const [area, , division] of rowsOf(areaFile)) {
    if (division) byArea.set(area, [...(byArea.get(area) ?? []), realCode(division)]);
  }
  const lines = new Map();
  for (const [area, places] of [...byArea].sort()) {
    const key = area.slice(0, 3);
    lines.set(key, [...(lines.get(key) ?? []), `${area}:${places.join('/')}`]);
  }
  const body = [...lines.values()].map((entries) => entries.join(' ')).join('\n');
  const head = '/** Made by build-phone-places.mjs, see NOTICE.md. Area code : places it serves. */\n';
  return `${head}export const AREA_CODES = \`\n${body}\n\`;\n`;
}

writeFileSync(new URL('phone-prefix.csv.gz', import.meta.url), gzipSync(prefixTable(), { level: 9 }));
writeFileSync(new URL('area-codes.ts', import.meta.url), areaCodeModule());
