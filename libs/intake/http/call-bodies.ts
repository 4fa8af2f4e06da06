import { ApiProperty } from '@nestjs/swagger';
import { Text } from '@hotline/platform';
import { TicketRowBody } from '@hotline/ticket';
import { CALLER_MARKS, type CallerMarkName } from '../domain/caller-marks.js';
import type { DeskCallState } from '../domain/desk-call.js';
import { EarlierContactBody, PlaceGuessBody } from './caller-bodies.js';

export class CallerMarkBody {
  @ApiProperty({
    enum: CALLER_MARKS,
    description:
      'urgent, overdue: open tickets; abusive: contacts of a year; repeat: contacts of 30 days; missed: calls of 24 hours that nobody answered',
  })
  mark!: CallerMarkName;
  @ApiProperty()
  count!: number;
}

export class CallContactBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  no!: string;
  @ApiProperty({ description: 'pending until an agent hands it in' })
  outcome!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ticketId!: string | null;
}

/** The call at my telephone and what is known of its caller; masks only. */
export class CallPopBody {
  @ApiProperty({ format: 'uuid' })
  callId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  visitId!: string | null;
  @ApiProperty({ enum: ['in', 'out', 'internal'] })
  direction!: string;
  @ApiProperty({ enum: ['ringing', 'talking', 'over'] })
  state!: DeskCallState;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Null when it is withheld or not shown any more',
  })
  numberMasked!: string | null;
  @ApiProperty()
  withheld!: boolean;
  @ApiProperty({ type: String, nullable: true })
  queue!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'The wait began' })
  joinedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time' })
  arrivedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  offeredAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt!: Date | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Missed, or the talk is over',
  })
  overAt!: Date | null;
  @ApiProperty({ type: String, nullable: true, description: 'Reference of the recording' })
  recording!: string | null;
  @ApiProperty({ type: CallContactBody, nullable: true })
  contact!: CallContactBody | null;
  @ApiProperty({ type: PlaceGuessBody })
  guess!: PlaceGuessBody;
  @ApiProperty({ type: String, nullable: true })
  nameMasked!: string | null;
  @ApiProperty({ description: 'Counted up to 200' })
  contactsLastYear!: number;
  @ApiProperty({ type: String, nullable: true })
  lastRating!: string | null;
  @ApiProperty({ type: [CallerMarkBody] })
  marks!: CallerMarkBody[];
  @ApiProperty({ type: [TicketRowBody], maxItems: 5 })
  openTickets!: TicketRowBody[];
  @ApiProperty({ type: [EarlierContactBody], maxItems: 5 })
  contacts!: EarlierContactBody[];
  @ApiProperty({ type: String, format: 'date-time' })
  now!: Date;
}

export class RevealCallNumberBody {
  @ApiProperty({ maxLength: 200 })
  @Text(200)
  reason!: string;
}

export class CallNumberBody {
  @ApiProperty()
  number!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  shownUntil!: Date;
}
