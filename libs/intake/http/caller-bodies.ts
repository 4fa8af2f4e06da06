import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PlaceBody } from '@hotline/organization';
import { Omissible, Text } from '@hotline/platform';
import { TicketRowBody } from '@hotline/ticket';

export class GuessPlaceBody {
  @ApiProperty({ maxLength: 40 })
  @Text(40)
  number!: string;
}

/** Where a number was issued: shown as a guess until a person confirms it. */
export class PlaceGuessBody {
  @ApiProperty({ type: PlaceBody, nullable: true })
  place!: PlaceBody | null;
  @ApiProperty({ enum: ['mobile-prefix', 'area-code'], nullable: true })
  basis!: 'mobile-prefix' | 'area-code' | null;
  @ApiProperty({
    type: [PlaceBody],
    description: 'When an area code serves several; `place` is then their province',
  })
  candidates!: PlaceBody[];
}

export class LookUpCallerBody {
  @ApiPropertyOptional({ maxLength: 40 })
  @Omissible()
  @Text(40)
  number?: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @Omissible()
  @Text(200)
  employer?: string;
}

export class EarlierContactBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true })
  summary!: string | null;
  @ApiProperty()
  outcome!: string;
  @ApiProperty({ type: String, nullable: true })
  ticketNo!: string | null;
}

export class SameEmployerRowBody {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true })
  nameMasked!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ticketId!: string | null;
  @ApiProperty({ type: String, nullable: true })
  ticketNo!: string | null;
}

export class SameEmployerBody {
  @ApiProperty({ description: 'Tickets about this employer, counted up to 200' })
  total!: number;
  @ApiProperty({ description: 'How far back, days' })
  days!: number;
  @ApiProperty({ type: [SameEmployerRowBody] })
  rows!: SameEmployerRowBody[];
  @ApiProperty({ type: TicketRowBody, nullable: true, description: 'The newest' })
  ticket!: TicketRowBody | null;
}

/** What is known of a caller within the asking agent's units; masks only. */
export class CallerBody {
  @ApiProperty({ type: String, nullable: true })
  numberMasked!: string | null;
  @ApiProperty({ type: String, nullable: true })
  nameMasked!: string | null;
  @ApiProperty({ type: PlaceGuessBody })
  guess!: PlaceGuessBody;
  @ApiProperty({ description: 'Counted up to 200' })
  contactsLastYear!: number;
  @ApiProperty({ type: String, nullable: true })
  lastRating!: string | null;
  @ApiProperty({ description: 'Contacts that ended as abuse, counted up to 200' })
  abusiveLastYear!: number;
  @ApiProperty({ type: [TicketRowBody], maxItems: 5 })
  openTickets!: TicketRowBody[];
  @ApiProperty({ type: [EarlierContactBody], maxItems: 5 })
  contacts!: EarlierContactBody[];
  @ApiProperty({ type: SameEmployerBody, nullable: true })
  sameEmployer!: SameEmployerBody | null;
}
