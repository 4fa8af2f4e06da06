import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsUUID, Matches } from 'class-validator';
import { PageQuery } from '@hotline/organization';
import { Code, IsDay, IsInstant, Nested, Omissible, Text } from '@hotline/platform';
import { CHANNELS, type Channel, KINDS, type Kind, TicketContactBody } from '@hotline/ticket';
import {
  CALL_RATINGS,
  type CallRating,
  CONTACT_OUTCOMES,
  type ContactInput,
  type ContactOutcome,
} from '../domain/contact.js';

const CHANNEL_CODES = CHANNELS.map(({ code }) => code);
export const KIND_CODES = KINDS.map(({ code }) => code);

export class CasePlaceInputBody {
  @ApiProperty({ description: 'GB/T 2260, six digits', example: '440305' })
  @Matches(/^\d{6}$/)
  code!: string;

  @ApiPropertyOptional({ description: 'True while nobody has confirmed it' })
  @Omissible()
  @IsBoolean()
  guessed?: boolean;
}

/** The four places of a case; each picks another jurisdiction. */
export class CasePlacesInputBody {
  @ApiPropertyOptional({ type: CasePlaceInputBody, description: 'Where the caller is' })
  @Omissible()
  @Nested(() => CasePlaceInputBody)
  caller?: CasePlaceInputBody;

  @ApiPropertyOptional({ type: CasePlaceInputBody, description: 'Where the work is done' })
  @Omissible()
  @Nested(() => CasePlaceInputBody)
  workplace?: CasePlaceInputBody;

  @ApiPropertyOptional({ type: CasePlaceInputBody, description: 'Seat of the employer' })
  @Omissible()
  @Nested(() => CasePlaceInputBody)
  employerSeat?: CasePlaceInputBody;

  @ApiPropertyOptional({ type: CasePlaceInputBody, description: 'Where social insurance is paid' })
  @Omissible()
  @Nested(() => CasePlaceInputBody)
  insurance?: CasePlaceInputBody;
}

export class LogContactBody implements ContactInput {
  @ApiProperty({ enum: CHANNEL_CODES })
  @IsIn(CHANNEL_CODES)
  channel!: Channel;

  @ApiPropertyOptional({ description: 'Number of the caller; stored sealed, answered masked', maxLength: 40 })
  @Omissible()
  @Text(40)
  number?: string;

  @ApiPropertyOptional({ description: 'Stored sealed, answered masked', maxLength: 60 })
  @Omissible()
  @Text(60)
  callerName?: string;

  @ApiProperty({ format: 'date-time', description: 'When it rang, or when the letter came' })
  @IsInstant()
  startedAt!: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Left out when nobody answered' })
  @Omissible()
  @IsInstant()
  answeredAt?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @Omissible()
  @IsInstant()
  endedAt?: string;

  @ApiProperty({
    enum: CONTACT_OUTCOMES,
    description: 'answered: answered and closed; open: a ticket follows; abandoned: missed',
  })
  @IsIn(CONTACT_OUTCOMES)
  outcome!: ContactOutcome;

  @ApiPropertyOptional({ enum: KIND_CODES })
  @Omissible()
  @IsIn(KIND_CODES)
  kind?: Kind;

  @ApiPropertyOptional({ description: 'Code of `fields` in the vocabulary' })
  @Omissible()
  @Code()
  field?: string;

  @ApiPropertyOptional({ description: 'Code of an item of the field' })
  @Omissible()
  @Code()
  item?: string;

  @ApiPropertyOptional({ type: CasePlacesInputBody })
  @Omissible()
  @Nested(() => CasePlacesInputBody)
  places?: CasePlacesInputBody;

  @ApiPropertyOptional({ maxLength: 200 })
  @Omissible()
  @Text(200)
  employer?: string;

  @ApiPropertyOptional({ description: 'What was asked', maxLength: 20_000 })
  @Omissible()
  @Text(20_000)
  summary?: string;

  @ApiPropertyOptional({ description: 'What was answered', maxLength: 20_000 })
  @Omissible()
  @Text(20_000)
  answer?: string;

  @ApiPropertyOptional({ enum: CALL_RATINGS, description: 'Key pressed after the call' })
  @Omissible()
  @IsIn(CALL_RATINGS)
  callRating?: CallRating;

  @ApiPropertyOptional({ format: 'uuid', description: 'Draft used up by this contact' })
  @Omissible()
  @IsUUID()
  draftId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description:
      'The telephone call at my telephone; its number and times are the switchboard’s, and its contact is one',
  })
  @Omissible()
  @IsUUID()
  callId?: string;
}

const asFlag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export class ContactsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only contacts I have taken' })
  @Omissible()
  @Transform(asFlag)
  @IsBoolean()
  mine?: boolean;

  @ApiPropertyOptional({ format: 'date', description: 'First day, Asia/Shanghai' })
  @Omissible()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day, Asia/Shanghai' })
  @Omissible()
  @IsDay()
  to?: string;
}

export class ContactPageBody {
  @ApiProperty({ type: [TicketContactBody] })
  items!: TicketContactBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
