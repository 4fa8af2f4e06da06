import { ApiProperty } from '@nestjs/swagger';
import { UnitBriefBody } from '@hotline/organization';
import { TICKET_VERBS, type TicketVerb } from '../domain/lifecycle/index.js';
import { HopBody, ClockBody } from './hop-bodies.js';
import { TicketRowBody } from './row-bodies.js';
import { TogetherBody } from './together-bodies.js';
import { NowBody } from './now-bodies.js';
import { UndeliveredBody } from './undelivered-bodies.js';
import {
  DeclinationBody,
  PauseBody,
  ReferralBody,
  RequestBody,
  type RequestPartsBody,
  TicketRestatementBody,
  WithdrawalBody,
} from './request-view-bodies.js';
import { CallBackBody, ReportBody, ReturnBody, WorkerContactBody } from './work-bodies.js';

export class CasePlaceBody {
  @ApiProperty({ type: String, nullable: true, description: 'GB/T 2260, six digits' })
  code!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Full name' })
  name!: string | null;
  @ApiProperty({ description: 'True while nobody has confirmed it' })
  guessed!: boolean;
}

/** The four places of a case; each picks another jurisdiction. */
export class CasePlacesBody {
  @ApiProperty({ type: CasePlaceBody })
  caller!: CasePlaceBody;
  @ApiProperty({ type: CasePlaceBody })
  workplace!: CasePlaceBody;
  @ApiProperty({ type: CasePlaceBody })
  employerSeat!: CasePlaceBody;
  @ApiProperty({ type: CasePlaceBody })
  insurance!: CasePlaceBody;
}

/** Masks only; the clear text costs a reason and leaves an audit record. */
export class MaskedIdentityBody {
  @ApiProperty({ type: String, nullable: true })
  nameMasked!: string | null;
  @ApiProperty({ type: String, nullable: true })
  phoneMasked!: string | null;
  @ApiProperty({ type: String, nullable: true })
  idNumberMasked!: string | null;
  @ApiProperty({ type: String, nullable: true })
  addressMasked!: string | null;
  @ApiProperty({ description: 'True when this reader may not learn who the worker is' })
  withheld!: boolean;
}

export class TicketContactAgentBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  displayName!: string;
}

/** A contact of the ticket. */
export class TicketContactBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  no!: string;
  @ApiProperty({ enum: ['call', 'web', 'app', 'letter', 'station', 'petition'] })
  channel!: string;
  @ApiProperty({ type: String, nullable: true })
  numberMasked!: string | null;
  @ApiProperty({ type: String, nullable: true })
  callerNameMasked!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  startedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: Date | null;
  @ApiProperty({ enum: ['answered', 'open', 'abandoned', 'transferred', 'silent', 'abusive', 'pending'] })
  outcome!: string;
  @ApiProperty({ type: String, nullable: true })
  kind!: string | null;
  @ApiProperty({ type: String, nullable: true })
  field!: string | null;
  @ApiProperty({ type: String, nullable: true })
  item!: string | null;
  @ApiProperty({ type: String, nullable: true })
  summary!: string | null;
  @ApiProperty({ type: String, nullable: true })
  answer!: string | null;
  @ApiProperty({ type: String, nullable: true })
  callRating!: string | null;
  @ApiProperty({ type: TicketContactAgentBody, nullable: true })
  agent!: TicketContactAgentBody | null;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ticketId!: string | null;
  @ApiProperty({ type: String, nullable: true })
  ticketNo!: string | null;
}

export class TicketAttachmentBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  mediaType!: string;
  @ApiProperty({ description: 'Bytes' })
  size!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  uploadedAt!: Date;
}

/** Everything about one ticket that its reader may know. */
export class TicketViewBody extends TicketRowBody implements RequestPartsBody {
  @ApiProperty({ type: String, nullable: true })
  item!: string | null;
  @ApiProperty({ type: String, nullable: true })
  industry!: string | null;
  @ApiProperty({ enum: ['open', 'employer-blind', 'anonymous'] })
  confidentiality!: string;
  @ApiProperty({ description: 'The worker’s words; empty when they are kept from this reader' })
  text!: string;
  @ApiProperty({
    description:
      'True when the worker’s words, notes of talks and files are kept from this reader: the employer’s own union, or somebody withdrawn from the case',
  })
  keptFrom!: boolean;
  @ApiProperty({ type: TogetherBody, description: 'Supporting units, consent and recusals' })
  together!: TogetherBody;
  @ApiProperty({ type: CasePlacesBody })
  places!: CasePlacesBody;
  @ApiProperty({ type: MaskedIdentityBody })
  identity!: MaskedIdentityBody;
  @ApiProperty({ type: [TicketContactBody] })
  contacts!: TicketContactBody[];
  @ApiProperty({ type: [HopBody] })
  hops!: HopBody[];
  @ApiProperty({ type: UndeliveredBody, nullable: true, description: 'The dispatch that reached nobody' })
  undelivered!: UndeliveredBody | null;
  @ApiProperty({ type: NowBody, nullable: true, description: 'What is owed now; null once nothing is' })
  now!: NowBody | null;
  @ApiProperty({ type: [ClockBody] })
  clocks!: ClockBody[];
  @ApiProperty({ type: [ReportBody] })
  reports!: ReportBody[];
  @ApiProperty({ type: [ReturnBody] })
  returns!: ReturnBody[];
  @ApiProperty({ type: [RequestBody], description: '延期与剔除' })
  requests!: RequestBody[];
  @ApiProperty({ type: [PauseBody] })
  pauses!: PauseBody[];
  @ApiProperty({ type: [ReferralBody] })
  referrals!: ReferralBody[];
  @ApiProperty({ type: WithdrawalBody, nullable: true })
  withdrawal!: WithdrawalBody | null;
  @ApiProperty({ type: DeclinationBody, nullable: true, description: 'Why it was not accepted' })
  declination!: DeclinationBody | null;
  @ApiProperty({ type: [TicketRestatementBody], description: 'Deadlines that moved, with what they were' })
  restatements!: TicketRestatementBody[];
  @ApiProperty({ type: [WorkerContactBody] })
  workerContacts!: WorkerContactBody[];
  @ApiProperty({ type: [CallBackBody] })
  callBacks!: CallBackBody[];
  @ApiProperty({ type: [TicketAttachmentBody] })
  attachments!: TicketAttachmentBody[];
  @ApiProperty({ type: [UnitBriefBody], description: 'Who will review a report, nearest first' })
  path!: UnitBriefBody[];
  @ApiProperty({ enum: TICKET_VERBS, isArray: true, description: 'What this reader may do now' })
  verbs!: TicketVerb[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  recallUntil!: Date | null;
  @ApiProperty({ type: String, nullable: true })
  closingNote!: string | null;
}
