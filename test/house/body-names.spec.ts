import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const LIBS = resolve(__dirname, '../../libs');

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return path.includes('/http/') && path.endsWith('.ts') && !path.endsWith('.spec.ts') ? [path] : [];
  });
}

/** The contract knows a shape by the name of its class alone: of two with one name it would show only one. */
describe('the shapes of the contract', () => {
  it('have a name each, across all rooms', () => {
    const names = sources(LIBS).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^(?:export )?class (\w+(?:Body|View))\b/gm)].map(
        (found) => found[1],
      ),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
