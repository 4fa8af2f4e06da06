import {
  type CallEvent,
  type CallEventType,
  draft,
  type Precision,
  type Said,
} from '../call-event/call-event.js';
import { keyed } from '../call-event/event-key.js';

/** One object of a vendor's delivery, as it was parsed. */
export type VendorRecord = Readonly<Record<string, unknown>>;

export interface VendorMoment {
  /** microseconds since the epoch */
  readonly us: number;
  readonly precision: Extract<Precision, 'exact' | 'second'>;
}

/** One fact that a record may hold: which event it is, when, and what it says. Without a moment there is no such fact. */
export interface Rule<S> {
  readonly type: CallEventType;
  readonly at: (scene: S) => VendorMoment | null;
  readonly when?: (scene: S) => boolean;
  readonly says: (scene: S) => Omit<Said, 'type'>;
}

/** A part of a record that one row of the table speaks of. */
export interface Scene<S> {
  readonly kind: string;
  readonly scene: S;
}

/** A vendor's format as a table: kind of a scene → its facts. A kind with an empty list is known and of no call. */
export interface VendorMapping<S> {
  /** where the vendor describes the format */
  readonly document: string;
  /** names that the document has, used here or not; others are counted and shown */
  readonly fields: ReadonlySet<string>;
  readonly scenes: (record: VendorRecord) => readonly Scene<S>[];
  readonly kinds: Readonly<Record<string, readonly Rule<S>[]>>;
}

export interface MappedRecord {
  readonly events: readonly CallEvent[];
  /** kinds and fields that the document does not have */
  readonly strange: readonly string[];
  /** nothing could be read from it, or a part of an unknown kind was left out */
  readonly incomplete: 'kind' | 'record' | null;
}

/** A name of a vendor's field is shown to people; what looks like a number or a text is not repeated. */
const NAME = /^[A-Za-z][\w.-]{0,47}$/;
const nameOf = (text: string): string => (NAME.test(text) && !/\d{4}/.test(text) ? text : '?');

/** @param order position of the record in its delivery; it has no part in any key */
export function mapRecord<S>(
  mapping: VendorMapping<S>,
  source: string,
  record: VendorRecord,
  order: number,
): MappedRecord {
  const strange = Object.keys(record).filter((name) => !mapping.fields.has(name));
  const scenes = mapping.scenes(record);
  const unknown = scenes.filter(({ kind }) => !Object.hasOwn(mapping.kinds, kind));
  const events = scenes.flatMap(({ kind, scene }) =>
    (Object.hasOwn(mapping.kinds, kind) ? (mapping.kinds[kind] ?? []) : []).flatMap((rule) =>
      eventOf(rule, scene, source, order),
    ),
  );
  return {
    events,
    strange: [...new Set([...strange, ...unknown.map(({ kind }) => kind)])].map(nameOf),
    incomplete: unknown.length > 0 ? 'kind' : scenes.length === 0 ? 'record' : null,
  };
}

function eventOf<S>(rule: Rule<S>, scene: S, source: string, order: number): CallEvent[] {
  const at = (rule.when?.(scene) ?? true) ? rule.at(scene) : null;
  if (!at) return [];
  const receipt = { source, feed: 'webhook' as const, occurredUs: at.us, precision: at.precision, order };
  const event = draft(receipt, { ...rule.says(scene), type: rule.type });
  return [keyed(event, event.visitId)];
}
