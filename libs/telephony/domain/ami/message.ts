/**
 * One block of the Asterisk manager interface: `Key: value` lines up to a blank line. A key that came several times
 * (`ChanVariable`, `Variable`, `Output`) keeps all its values, in the order received.
 */
export interface AmiMessage {
  /** what the first line says; `other` is a block with neither, kept for the raw record and counted as garbled */
  kind: 'event' | 'response' | 'other';
  fields: ReadonlyMap<string, readonly string[]>;
}

/**
 * A message as it was parsed: keys and values in turn. Many wait for the database at a time, and most are asked for some
 * of their fields once.
 */
export class AmiBlock implements AmiMessage {
  constructor(
    readonly kind: AmiMessage['kind'],
    private readonly pairs: readonly string[],
  ) {}

  first(key: string): string | undefined {
    const { pairs } = this;
    for (let at = 0; at < pairs.length; at += 2) if (pairs[at] === key) return pairs[at + 1];
    return undefined;
  }

  get fields(): ReadonlyMap<string, readonly string[]> {
    const fields = new Map<string, string[]>();
    for (let at = 0; at < this.pairs.length; at += 2) {
      const [key = '', value = ''] = this.pairs.slice(at, at + 2);
      const values = fields.get(key);
      if (values) values.push(value);
      else fields.set(key, [value]);
    }
    return fields;
  }
}

/** The first line after a connect; inside a recording it means that a new connection begins here. */
export interface AmiBanner {
  kind: 'banner';
  text: string;
}

export type AmiItem = AmiMessage | AmiBanner;

/** @returns the first value of a key, trimmed of nothing; undefined when the key did not come */
export const field = (message: AmiMessage, key: string): string | undefined =>
  message instanceof AmiBlock ? message.first(key) : message.fields.get(key)?.[0];

/** @returns every value of a key, in order; empty when the key did not come */
export const fieldsOf = (message: AmiMessage, key: string): readonly string[] =>
  message.fields.get(key) ?? [];

/** @returns a whole number, or null where the field is missing or is not one */
export function numberField(message: AmiMessage, key: string): number | null {
  const text = field(message, key);
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

/** @returns the name of the event, for a user event its own name; '' for a response */
export function eventName(message: AmiMessage): string {
  if (message.kind !== 'event') return '';
  const name = field(message, 'Event') ?? '';
  return name === 'UserEvent' ? (field(message, 'UserEvent') ?? name) : name;
}

/**
 * `Timestamp` of an event: epoch seconds with six decimals, there only with `timestampevents=yes`.
 * @returns microseconds since the epoch, or null
 */
export function timestampUs(message: AmiMessage): number | null {
  return epochUs(field(message, 'Timestamp'));
}

/** `1795355251.281614` → 1795355251281614; digits are counted, because a double would lose the last one. */
export function epochUs(text: string | undefined): number | null {
  const found = /^(\d{9,11})(?:\.(\d{1,6})\d*)?$/.exec(text ?? '');
  if (!found) return null;
  return Number(found[1]) * 1_000_000 + Number((found[2] ?? '').padEnd(6, '0'));
}
