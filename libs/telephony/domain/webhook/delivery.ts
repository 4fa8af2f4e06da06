import type { CallEvent } from '../call-event/call-event.js';
import { recordsOf } from './reading.js';
import { type HookVendor, mapHook } from './vendors.js';

export type DeliveryFault = 'record-unreadable' | 'record-unknown' | 'fields-unknown';

/** What one delivery came to. */
export interface ReadDelivery {
  /** events of each record, in the order of the delivery */
  readonly records: readonly (readonly CallEvent[])[];
  /** records of which nothing, or not all, could be read */
  readonly garbled: number;
  readonly strange: readonly string[];
  /** the gravest */
  readonly fault: DeliveryFault | null;
}

export function readDelivery(vendor: HookVendor, source: string, text: string): ReadDelivery {
  const records = recordsOf(text);
  if (records === null) return { records: [], garbled: 1, strange: [], fault: 'record-unreadable' };
  const mapped = records.map((record, order) => mapHook(vendor, source, record, order));
  const strange = [...new Set(mapped.flatMap((one) => one.strange))];
  const incomplete = mapped.map((one) => one.incomplete).filter((one) => one !== null);
  const fault = incomplete.includes('record')
    ? 'record-unreadable'
    : incomplete.includes('kind')
      ? 'record-unknown'
      : strange.length > 0
        ? 'fields-unknown'
        : null;
  return { records: mapped.map(({ events }) => events), garbled: incomplete.length, strange, fault };
}
