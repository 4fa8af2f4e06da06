import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { TelephonyModule } from '@hotline/telephony';
import { TicketModule } from '@hotline/ticket';
import { AttachmentStore } from './data/attachment-store.js';
import { CallContacts } from './data/call-contacts.js';
import { CallOffers } from './data/call-offers.js';
import { CallReads } from './data/call-reads.js';
import { CallerReads } from './data/caller-reads.js';
import { CallsAtHand } from './data/calls-at-hand.js';
import { ContactReads } from './data/contact-reads.js';
import { ContactRows } from './data/contact-rows.js';
import { DraftStore } from './data/draft-store.js';
import { IntakeStore } from './data/intake-store.js';
import { Codes } from './data/known-codes.js';
import { OpenedViews } from './data/opened-view.js';
import { PhonePlaceBook } from './data/phone-place-book.js';
import { TicketOpening } from './data/ticket-opening.js';
import { TicketWriting } from './data/ticket-writing.js';
import { AttachmentsController } from './http/attachments.controller.js';
import { CallersController } from './http/callers.controller.js';
import { CallsController } from './http/calls.controller.js';
import { ContactsController } from './http/contacts.controller.js';
import { DraftsController } from './http/drafts.controller.js';
import { OpeningController } from './http/opening.controller.js';
import { ForgetKeys } from './jobs/forget-keys.js';
import { DiscardDraft } from './use-cases/discard-draft.js';
import { DownloadAttachment } from './use-cases/download-attachment.js';
import { GuessPlace } from './use-cases/guess-place.js';
import { HearCalls } from './use-cases/hear-calls.js';
import { ListContacts } from './use-cases/list-contacts.js';
import { ListDrafts } from './use-cases/list-drafts.js';
import { LogContact } from './use-cases/log-contact.js';
import { LookUpCaller } from './use-cases/look-up-caller.js';
import { OpenTicket } from './use-cases/open-ticket.js';
import { RevealCallNumber } from './use-cases/reveal-call-number.js';
import { SaveDraft } from './use-cases/save-draft.js';
import { ShowCallPop } from './use-cases/show-call-pop.js';
import { ShowContact } from './use-cases/show-contact.js';
import { UploadAttachment } from './use-cases/upload-attachment.js';

const STORES = [
  AttachmentStore,
  CallContacts,
  CallOffers,
  CallReads,
  CallsAtHand,
  CallerReads,
  Codes,
  ContactReads,
  ContactRows,
  DraftStore,
  IntakeStore,
  OpenedViews,
  PhonePlaceBook,
  TicketOpening,
  TicketWriting,
];

const USE_CASES = [
  LogContact,
  ListContacts,
  ShowContact,
  OpenTicket,
  SaveDraft,
  ListDrafts,
  DiscardDraft,
  UploadAttachment,
  DownloadAttachment,
  LookUpCaller,
  GuessPlace,
  ShowCallPop,
  RevealCallNumber,
];

@Module({
  imports: [OrganizationModule, TelephonyModule, TicketModule],
  controllers: [
    ContactsController,
    OpeningController,
    DraftsController,
    AttachmentsController,
    CallersController,
    CallsController,
  ],
  providers: [...STORES, ...USE_CASES, ForgetKeys, HearCalls],
  exports: [LogContact, OpenTicket, ForgetKeys],
})
export class IntakeModule {}
