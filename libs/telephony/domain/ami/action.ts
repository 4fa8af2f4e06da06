/** A value that would end its line: with it a caller's name could give orders to the PBX. */
export class UnsafeAction extends Error {}

export type ActionFields = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

/** Asterisk reads lines of at most 1,025 characters and drops what is behind. */
const LONGEST_VALUE = 900;

function line(key: string, value: string): string {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,63}$/.test(key))
    throw new UnsafeAction(`not a field name: ${key.slice(0, 40)}`);
  // Any control character, not CR and LF alone: Asterisk ends a value at some of them too.
  if ([...value].some((sign) => sign < ' ' || sign === '\u007f'))
    throw new UnsafeAction(`${key} holds a control character`);
  if (value.length > LONGEST_VALUE)
    throw new UnsafeAction(`${key} is longer than ${LONGEST_VALUE} characters`);
  return `${key}: ${value}\r\n`;
}

/**
 * The bytes of an action, as text. A list (`Variable`) becomes one line a value; booleans become `true` and `false`;
 * undefined fields are left out.
 * @param actionId comes back in the answer and in every event of a list; unique among the open actions
 * @throws UnsafeAction
 */
export function encodeAction(action: string, actionId: string, fields: ActionFields = {}): string {
  const lines = [line('Action', action), line('ActionID', actionId)];
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const values = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
    lines.push(...values.map((one) => line(key, one)));
  }
  return `${lines.join('')}\r\n`;
}
