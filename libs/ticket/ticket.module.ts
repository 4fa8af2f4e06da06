import { Module } from '@nestjs/common';
import { CalendarModule } from '@hotline/calendar';
import { OrganizationModule } from '@hotline/organization';
import { ClockViews } from './data/clock-views.js';
import { IdentityStore } from './data/identity-store.js';
import { TicketClocks } from './data/ticket-clocks.js';
import { TicketStore } from './data/ticket-store.js';
import { TicketViews } from './data/ticket-views.js';
import { Tokeniser } from './data/tokeniser.js';
import { ShowTicket } from './use-cases/show-ticket.js';

const SHARED = [TicketStore, TicketClocks, IdentityStore, Tokeniser, ClockViews, ShowTicket];

@Module({
  imports: [OrganizationModule, CalendarModule],
  providers: [...SHARED, TicketViews],
  exports: SHARED,
})
export class TicketModule {}
