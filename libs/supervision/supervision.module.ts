import { Global, Module } from '@nestjs/common';
import { CalendarModule } from '@hotline/calendar';
import { OrganizationModule } from '@hotline/organization';
import { EmergencyDesk, TicketModule } from '@hotline/ticket';
import { DutyLeaders } from './data/duty-leaders.js';
import { EmergencyStore } from './data/emergency-store.js';
import { LadderEvents } from './data/ladder-events.js';
import { LadderJudge } from './data/ladder-judge.js';
import { LadderRuns } from './data/ladder-runs.js';
import { LadderSettings } from './data/ladder-settings.js';
import { NoteStore } from './data/note-store.js';
import { NoticeWriter } from './data/notice-writer.js';
import { OrderReads } from './data/order-reads.js';
import { OrderStore } from './data/order-store.js';
import { OrderWriting } from './data/order-writing.js';
import { RosterStore } from './data/roster-store.js';
import { SupervisionReads } from './data/supervision-reads.js';
import { UrgentBranches } from './data/urgent-branches.js';
import { WorkingPace } from './data/working-pace.js';
import { DutyController } from './http/duty.controller.js';
import { LadderController } from './http/ladder.controller.js';
import { NotesController } from './http/notes.controller.js';
import { OrdersController } from './http/orders.controller.js';
import { UrgentController } from './http/urgent.controller.js';
import { LadderSweep } from './jobs/ladder-sweep.js';
import { ReceiptSweep } from './jobs/receipt-sweep.js';
import { AddNote } from './use-cases/add-note.js';
import { AnswerOrder } from './use-cases/answer-order.js';
import { ChangeDutyRoster } from './use-cases/change-duty-roster.js';
import { ClimbLadder } from './use-cases/climb-ladder.js';
import { ConfirmReceipt } from './use-cases/confirm-receipt.js';
import { EndOrder } from './use-cases/end-order.js';
import { ListDutyPeople } from './use-cases/list-duty-people.js';
import { ListDutyRoster } from './use-cases/list-duty-roster.js';
import { ListNotes } from './use-cases/list-notes.js';
import { ListOrders } from './use-cases/list-orders.js';
import { PassReceiptsOn } from './use-cases/pass-receipts-on.js';
import { PreviewLadder } from './use-cases/preview-ladder.js';
import { RaiseTicket } from './use-cases/raise-ticket.js';
import { ReadNotes } from './use-cases/read-notes.js';
import { RecordSpecialistTransfer } from './use-cases/record-specialist-transfer.js';
import { RevealDutyPhone } from './use-cases/reveal-duty-phone.js';
import { RunLadder } from './use-cases/run-ladder.js';
import { SetLadder } from './use-cases/set-ladder.js';
import { ShowDutyLeader } from './use-cases/show-duty-leader.js';
import { ShowDutyWeek } from './use-cases/show-duty-week.js';
import { ShowLadder } from './use-cases/show-ladder.js';
import { ShowSupervision } from './use-cases/show-supervision.js';
import { SuperviseTicket } from './use-cases/supervise-ticket.js';
import { TakeOverLadder } from './use-cases/take-over-ladder.js';
import { UrgeTicket } from './use-cases/urge-ticket.js';

const STORES = [
  DutyLeaders,
  EmergencyStore,
  LadderEvents,
  LadderJudge,
  LadderRuns,
  LadderSettings,
  NoteStore,
  NoticeWriter,
  OrderReads,
  OrderStore,
  OrderWriting,
  RosterStore,
  SupervisionReads,
  WorkingPace,
];

const ORDERS = [UrgeTicket, SuperviseTicket, RaiseTicket, AnswerOrder, EndOrder, ListOrders, ShowSupervision];
const LADDER = [ClimbLadder, PreviewLadder, RunLadder, SetLadder, ShowLadder, TakeOverLadder];
const URGENT = [ConfirmReceipt, PassReceiptsOn, RecordSpecialistTransfer];
const DUTY = [
  ChangeDutyRoster,
  ListDutyPeople,
  ListDutyRoster,
  RevealDutyPhone,
  ShowDutyLeader,
  ShowDutyWeek,
];
const NOTES = [AddNote, ListNotes, ReadNotes];
const SWEEPS = [LadderSweep, ReceiptSweep];

/** Global for one thing: intake asks for the branches of the urgent path without knowing this room. */
@Global()
@Module({
  imports: [OrganizationModule, CalendarModule, TicketModule],
  controllers: [OrdersController, LadderController, UrgentController, DutyController, NotesController],
  providers: [
    ...STORES,
    ...ORDERS,
    ...LADDER,
    ...URGENT,
    ...DUTY,
    ...NOTES,
    ...SWEEPS,
    { provide: EmergencyDesk, useClass: UrgentBranches },
  ],
  exports: [EmergencyDesk, ...ORDERS, ...LADDER, ...SWEEPS],
})
export class SupervisionModule {}
