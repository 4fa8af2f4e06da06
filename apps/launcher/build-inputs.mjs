import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Everything below a path that takes part in a build, in a stable order.
 * @param {string} root
 * @param {string} path relative to root
 * @returns {string[]} relative paths of files
 */
function filesBelow(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  const entries = readdirSync(full, { withFileTypes: true }).filter(
    (e) => e.name !== 'node_modules' && e.name !== 'dist',
  );
  return entries
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}

/**
 * One fingerprint of the content of the inputs. Content, not dates: a checkout, a copy or an image layer changes
 * dates, and an installation without the build tools must not want to build again for that.
 * @param {string} root
 * @param {string[]} paths
 */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  const files = paths.flatMap((path) => filesBelow(root, path)).filter((file) => !/\.spec\.tsx?$/.test(file));
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
