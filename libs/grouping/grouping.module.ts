import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { TicketModule } from '@hotline/ticket';
import { FlagStore } from './data/flag-store.js';
import { GroupReads } from './data/group-reads.js';
import { GroupStore } from './data/group-store.js';
import { GroupingController } from './http/grouping.controller.js';
import { FlagSweep } from './jobs/flag-sweep.js';
import { GroupSweep } from './jobs/group-sweep.js';
import { LinkTicket } from './use-cases/link-ticket.js';
import { RaiseFlags } from './use-cases/raise-flags.js';
import { SettleGroups } from './use-cases/settle-groups.js';
import { ShowGroups } from './use-cases/show-groups.js';
import { UnlinkTicket } from './use-cases/unlink-ticket.js';

const VERBS = [LinkTicket, UnlinkTicket, SettleGroups, RaiseFlags, ShowGroups];
const STORES = [GroupStore, GroupReads, FlagStore];

@Module({
  imports: [OrganizationModule, TicketModule],
  controllers: [GroupingController],
  providers: [...VERBS, ...STORES, GroupSweep, FlagSweep],
  exports: VERBS,
})
export class GroupingModule {}
