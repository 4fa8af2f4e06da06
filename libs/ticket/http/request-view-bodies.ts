import { ApiProperty } from '@nestjs/swagger';
import { UnitBriefBody } from '@hotline/organization';
import { REQUEST_KINDS, type RequestKind } from '../domain/request-facts.js';
import { RESTATEMENTS, type Restatement } from '../domain/step.js';
import { RaiseBody, RulingBody } from './work-bodies.js';

const WHEN = { type: String, format: 'date-time' } as const;
const MAYBE_WHEN = { ...WHEN, nullable: true } as const;
const MAYBE = { type: String, nullable: true } as const;

export class RevocationBody {
  @ApiProperty()
  by!: string;
  @ApiProperty(WHEN)
  at!: Date;
  @ApiProperty()
  reason!: string;
}

/** 延期 or 剔除: what was asked, of whom, and what was ruled. */
export class RequestBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: REQUEST_KINDS })
  kind!: RequestKind;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  by!: string;
  @ApiProperty(WHEN)
  at!: Date;
  @ApiProperty({ description: 'Code of `extensionReasons` or `exclusionReasons`' })
  reasonCode!: string;
  @ApiProperty()
  reason!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Of an extension' })
  workingDays!: number | null;
  @ApiProperty({ type: [String] })
  attachmentIds!: string[];
  @ApiProperty({ type: UnitBriefBody })
  ruler!: UnitBriefBody;
  @ApiProperty({ ...MAYBE_WHEN, description: 'When the ruling is due' })
  dueAt!: Date | null;
  @ApiProperty({ type: [RaiseBody] })
  raises!: RaiseBody[];
  @ApiProperty({ type: RulingBody, nullable: true })
  ruling!: RulingBody | null;
  @ApiProperty({ type: RevocationBody, nullable: true, description: 'An exclusion taken back' })
  revocation!: RevocationBody | null;
}

/** 挂起: a span in which the deadlines stood still. */
export class PauseBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  hopId!: string;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  by!: string;
  @ApiProperty(WHEN)
  at!: Date;
  @ApiProperty({ description: 'Code of `pauseReasons`' })
  reasonCode!: string;
  @ApiProperty()
  thirdParty!: string;
  @ApiProperty()
  reason!: string;
  @ApiProperty({ ...WHEN, description: 'Its maximum; it ends by itself then' })
  untilAt!: Date;
  @ApiProperty(MAYBE_WHEN)
  endedAt!: Date | null;
  @ApiProperty(MAYBE)
  endedBy!: string | null;
  @ApiProperty({ enum: ['resumed', 'lifted', 'maximum', 'ticket-ended'], nullable: true })
  endedHow!: string | null;
  @ApiProperty(MAYBE)
  endNote!: string | null;
}

/** 转交: another body was asked to act. */
export class ReferralBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  by!: string;
  @ApiProperty(WHEN)
  at!: Date;
  @ApiProperty({ description: 'Code of `referralBodies`' })
  bodyCode!: string;
  @ApiProperty(MAYBE)
  bodyName!: string | null;
  @ApiProperty({ format: 'date' })
  referredOn!: string;
  @ApiProperty(MAYBE)
  referenceNo!: string | null;
  @ApiProperty()
  note!: string;
  @ApiProperty({ type: [String] })
  attachmentIds!: string[];
  @ApiProperty({ ...MAYBE_WHEN, description: 'When the reply is due' })
  dueAt!: Date | null;
  @ApiProperty(MAYBE_WHEN)
  repliedAt!: Date | null;
  @ApiProperty(MAYBE)
  repliedBy!: string | null;
  @ApiProperty(MAYBE)
  reply!: string | null;
  @ApiProperty({ type: [String] })
  replyAttachmentIds!: string[];
  @ApiProperty({ ...MAYBE_WHEN, description: 'The ticket ended before a reply came' })
  endedAt!: Date | null;
}

export class WithdrawalBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  by!: string;
  @ApiProperty(WHEN)
  at!: Date;
  @ApiProperty({ enum: ['worker', 'family', 'representative'] })
  toldBy!: string;
  @ApiProperty(WHEN)
  toldAt!: Date;
  @ApiProperty()
  words!: string;
}

export class DeclinationBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  by!: string;
  @ApiProperty(WHEN)
  at!: Date;
  @ApiProperty({ description: 'Code of `declineReasons`' })
  reasonCode!: string;
  @ApiProperty()
  reason!: string;
  @ApiProperty(MAYBE)
  guidedTo!: string | null;
  @ApiProperty(MAYBE)
  guidedContact!: string | null;
}

/** A deadline once promised has moved. */
export class TicketRestatementBody {
  @ApiProperty({ format: 'uuid' })
  clockId!: string;
  @ApiProperty(WHEN)
  at!: Date;
  @ApiProperty()
  by!: string;
  @ApiProperty({ enum: RESTATEMENTS })
  reason!: Restatement;
  @ApiProperty(WHEN)
  fromDueAt!: Date;
  @ApiProperty(WHEN)
  toDueAt!: Date;
}

export interface RequestPartsBody {
  readonly requests: RequestBody[];
  readonly pauses: PauseBody[];
  readonly referrals: ReferralBody[];
  readonly withdrawal: WithdrawalBody | null;
  readonly declination: DeclinationBody | null;
  readonly restatements: TicketRestatementBody[];
}
