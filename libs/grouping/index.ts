import { FlagSweep } from './jobs/flag-sweep.js';
import { GroupSweep } from './jobs/group-sweep.js';

export * from './grouping.module.js';
export { GROUPING_ENTITIES } from './data/entities.js';
export const GROUPING_SWEEPS = [GroupSweep, FlagSweep];
export { LinkTicket } from './use-cases/link-ticket.js';
export { UnlinkTicket } from './use-cases/unlink-ticket.js';
export { GROUP_PATHS } from './data/group-paths.js';
export { RaiseFlags } from './use-cases/raise-flags.js';
