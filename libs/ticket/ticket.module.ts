import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CalendarModule } from '@hotline/calendar';
import { OrganizationModule } from '@hotline/organization';
import { CardCounts } from './data/card-counts.js';
import { ClockViews } from './data/clock-views.js';
import { DutyReads } from './data/duty-reads.js';
import { IdentityStore } from './data/identity-store.js';
import { MovingClocks } from './data/moving-clocks.js';
import { NoticeStore } from './data/notice-store.js';
import { TicketClocks } from './data/ticket-clocks.js';
import { TicketEvents } from './data/ticket-events.js';
import { TicketLists } from './data/ticket-lists.js';
import { TicketStore } from './data/ticket-store.js';
import { TicketViews } from './data/ticket-views.js';
import { Tokeniser } from './data/tokeniser.js';
import { DutiesController } from './http/duties.controller.js';
import { LiveController } from './http/live.controller.js';
import { LiveStreams } from './http/live-streams.js';
import { NewerCopy } from './http/newer-copy.js';
import { NoticesController } from './http/notices.controller.js';
import { TicketsController } from './http/tickets.controller.js';
import { CountTickets } from './use-cases/count-tickets.js';
import { FreshNotices } from './use-cases/fresh-notices.js';
import { ListDuties } from './use-cases/list-duties.js';
import { ListNotices } from './use-cases/list-notices.js';
import { ListTickets } from './use-cases/list-tickets.js';
import { ReadNotices } from './use-cases/read-notices.js';
import { ShowTicket } from './use-cases/show-ticket.js';
import { ShowTicketEvents } from './use-cases/show-ticket-events.js';

const SHARED = [
  CardCounts,
  TicketStore,
  TicketClocks,
  MovingClocks,
  IdentityStore,
  Tokeniser,
  ClockViews,
  TicketViews,
  ShowTicket,
  ListTickets,
];
const READS = [TicketLists, DutyReads, TicketEvents, NoticeStore];
const VERBS = [CountTickets, ListDuties, ShowTicketEvents, ListNotices, ReadNotices, FreshNotices];

@Module({
  imports: [OrganizationModule, CalendarModule],
  controllers: [TicketsController, DutiesController, NoticesController, LiveController],
  providers: [...SHARED, ...READS, ...VERBS, LiveStreams, { provide: APP_INTERCEPTOR, useClass: NewerCopy }],
  exports: SHARED,
})
export class TicketModule {}
