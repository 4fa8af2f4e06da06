import { type MappedRecord, mapRecord, type VendorRecord } from './mapping.js';
import { TENCENT_CCC } from './tencent-ccc.js';
import { TWILIO_TASKROUTER } from './twilio-taskrouter.js';

/** Formats of call records that are understood; a new one is one file and one line here. */
export const HOOK_VENDORS = ['tencent-ccc', 'twilio-taskrouter'] as const;
export type HookVendor = (typeof HOOK_VENDORS)[number];

type Map = (source: string, record: VendorRecord, order: number) => MappedRecord;

const MAPS: Readonly<Record<HookVendor, Map>> = {
  'tencent-ccc': (...told) => mapRecord(TENCENT_CCC, ...told),
  'twilio-taskrouter': (...told) => mapRecord(TWILIO_TASKROUTER, ...told),
};

export const mapHook = (vendor: HookVendor, ...told: Parameters<Map>): MappedRecord => MAPS[vendor](...told);
