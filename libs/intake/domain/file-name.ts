import { allow, type Decision, deny } from '@hotline/kernel';

export const MOST_NAME = 120;

/** Endings a computer would run or a browser would draw; refused in any place of the name: 工资表.html.pdf. */
const ACTIVE =
  /\.(?:exe|com|bat|cmd|msi|scr|pif|ps1|vbs|vbe|js|mjs|jse|wsf|hta|jar|sh|php|asp|aspx|jsp|html?|xhtml|shtml|svgz?|xml|lnk|url|dll|app|apk|docm|xlsm)(?=\.|$)/i;
/** Control characters, and marks that turn the direction of writing: fdp.exe can look like exe.pdf. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const UNFIT = /[<>:"|?*]/g;

/**
 * A name fit to be shown and downloaded under. Paths and active endings are refused rather than mended: nobody names a
 * wage slip like that.
 */
export function cleanFileName(given: string): Decision<string> {
  const name = given.normalize('NFC').replace(UNSEEN, '').replace(UNFIT, '_').trim().replace(/^\.+/, '');
  const refused = (problem: string) => deny('attachment-refused', { field: 'name', facts: { problem } });
  if (/[/\\]/.test(name) || given.includes('..')) return refused('path');
  const ending = extensionOf(name);
  if (name === '' || ending === '') return refused('no-extension');
  if (ACTIVE.test(name)) return refused('active-content');
  const stem = [...name.slice(0, -ending.length - 1)].slice(0, MOST_NAME - ending.length - 1).join('');
  return allow(`${stem}.${ending}`);
}

export function extensionOf(name: string): string {
  return (/[^.]\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1] ?? '').toLowerCase();
}
