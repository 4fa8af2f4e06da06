import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const HOME = resolve(__dirname, '../..');
const LIBS = join(HOME, 'libs');

/** What each room may import: chapters → ticket → organization, calendar → kernel; platform → kernel. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  'practice-line': ['kernel'],
  platform: ['kernel'],
  organization: ['kernel', 'platform'],
  calendar: ['kernel', 'platform', 'organization'],
  exports: ['kernel', 'platform', 'organization'],
  ticket: ['kernel', 'platform', 'organization', 'calendar'],
  telephony: ['kernel', 'platform', 'organization', 'calendar', 'exports'],
  presence: ['kernel', 'platform', 'organization', 'calendar', 'telephony'],
  legal: ['kernel', 'platform', 'organization', 'calendar', 'ticket'],
  intake: ['kernel', 'platform', 'organization', 'calendar', 'ticket', 'telephony', 'presence'],
  dispatch: ['kernel', 'platform', 'organization', 'calendar', 'ticket'],
  handling: ['kernel', 'platform', 'organization', 'calendar', 'ticket'],
  support: ['kernel', 'platform', 'organization', 'calendar', 'ticket'],
  supervision: ['kernel', 'platform', 'organization', 'calendar', 'ticket'],
  'follow-up': ['kernel', 'platform', 'organization', 'calendar', 'ticket', 'telephony', 'presence'],
  grouping: ['kernel', 'platform', 'organization', 'calendar', 'ticket'],
  metrics: ['kernel', 'platform', 'organization', 'calendar', 'ticket', 'telephony'],
  wallboard: ['kernel', 'platform', 'organization', 'ticket', 'telephony', 'presence'],
  'missed-calls': ['kernel', 'platform', 'organization', 'calendar', 'ticket', 'telephony', 'presence'],
  reorganisation: ['kernel', 'platform', 'organization', 'ticket'],
  workforce: ['kernel', 'platform', 'organization', 'calendar', 'exports', 'ticket', 'telephony', 'presence'],
};

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return path.endsWith('.ts') && !path.endsWith('.spec.ts') ? [path] : [];
  });
}

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import) '([^']+)'/g)].map((found) => found[1] ?? '');

const roomOf = (file: string): string => relative(LIBS, file).split('/')[0] ?? '';

describe('the house', () => {
  const files = sources(LIBS);

  it('has only the rooms that are planned', () => {
    expect(readdirSync(LIBS).sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it('lets rooms know only the rooms below them', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .map((name) => /^@hotline\/([a-z-]+)/.exec(name)?.[1])
        .filter((room) => room !== undefined && !MAY_IMPORT[roomOf(file)]?.includes(room))
        .map((room) => `${relative(HOME, file)} → ${room}`),
    );
    expect(wrong).toEqual([]);
  });

  it('reaches other rooms only by their door', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .filter((name) => roomOf(resolve(dirname(file), name)) !== roomOf(file))
        .map((name) => `${relative(HOME, file)} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps domain code pure: it imports the kernel and domain code alone', () => {
    const pure = (file: string, name: string): boolean =>
      name.startsWith('.')
        ? resolve(dirname(file), name).includes('/domain/')
        : name.startsWith('@hotline/') && name !== '@hotline/platform';
    const wrong = files
      .filter((file) => file.includes('/domain/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => !pure(file, name))
          .map((name) => `${relative(HOME, file)} → ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it('has no folder for leftovers', () => {
    const leftovers = files.filter((file) => /\/(utils?|helpers?|common|misc)(\/|\.ts$)/.test(file));
    expect(leftovers).toEqual([]);
  });

  it('keeps files short: half under 80 lines, nine in ten under 180', () => {
    const lengths = files.map((file) => readFileSync(file, 'utf8').split('\n').length).sort((a, b) => a - b);
    const at = (share: number) => lengths[Math.floor(lengths.length * share)] ?? 0;
    expect(at(0.5)).toBeLessThanOrEqual(80);
    expect(at(0.9)).toBeLessThanOrEqual(180);
  });
});
