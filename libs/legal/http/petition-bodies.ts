import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { Omissible, Text } from '@hotline/platform';
import {
  GIVEN_ENDS,
  PERIOD_IDS,
  type PeriodId,
  PETITION_ENDS,
  PETITION_SOURCES,
  PETITION_STAGES,
  type PetitionEnd,
  type PetitionSource,
  type PetitionStage,
} from '../domain/petition.js';
import { ACT_NEEDS, type ActNeed, PETITION_ACT_NAMES, type PetitionAct } from '../domain/petition-acts.js';
import { PERIOD_STATES, type PeriodState } from '../domain/petition-course.js';
import { MOST_EXTENSION_DAYS, PERIOD_ACTORS, type PeriodActor } from '../domain/petition-periods.js';
import { DayField } from './fact-bodies.js';
import { ArticleBody, LegalSpanBody } from './legal-bodies.js';

const DAY = { type: String, format: 'date', nullable: true } as const;

export class MarkAsPetitionBody {
  @DayField()
  registeredOn!: string;

  @ApiProperty({ enum: PETITION_SOURCES, description: 'Only what was forwarded may be objected to' })
  @IsIn(PETITION_SOURCES)
  source!: PetitionSource;

  @ApiPropertyOptional({ maxLength: 60, description: 'Number in the petition information system' })
  @Omissible()
  @Text(60)
  registrationNo?: string;
}

export class RecordPetitionStageBody {
  @ApiProperty({ enum: PETITION_ACT_NAMES })
  @IsIn(PETITION_ACT_NAMES)
  act!: PetitionAct;

  @DayField()
  doneOn!: string;

  @ApiPropertyOptional({ maxLength: 60, description: 'Number of the letter' })
  @Omissible()
  @Text(60)
  documentNo?: string;

  @ApiPropertyOptional({ maxLength: 1000, description: 'Required for an objection, an extension and an end' })
  @Omissible()
  @Text(1000)
  note?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: MOST_EXTENSION_DAYS })
  @Omissible()
  @IsInt()
  @Min(1)
  @Max(MOST_EXTENSION_DAYS)
  extensionDays?: number;

  @ApiPropertyOptional({ description: 'The head of the unit has approved the extension' })
  @Omissible()
  @IsBoolean()
  headApproved?: boolean;

  @ApiPropertyOptional({ enum: GIVEN_ENDS })
  @Omissible()
  @IsIn(GIVEN_ENDS)
  endReason?: PetitionEnd;
}

export class PetitionPeriodBody {
  @ApiProperty({ enum: PERIOD_IDS })
  id!: PeriodId;
  @ApiProperty()
  zh!: string;
  @ApiProperty()
  en!: string;
  @ApiProperty({ enum: PERIOD_ACTORS, description: 'Whose time it is' })
  by!: PeriodActor;
  @ApiProperty({ type: LegalSpanBody })
  span!: LegalSpanBody;
  @ApiProperty({ type: String, format: 'date' })
  startedOn!: string;
  @ApiProperty({ type: String, format: 'date' })
  lastDay!: string;
  @ApiProperty({ description: 'Days added by an approved extension' })
  extensionDays!: number;
  @ApiProperty(DAY)
  doneOn!: string | null;
  @ApiProperty({ enum: PERIOD_STATES })
  state!: PeriodState;
  @ApiProperty({ type: Number, nullable: true })
  daysLeft!: number | null;
  @ApiProperty()
  provisional!: boolean;
  @ApiProperty({ type: ArticleBody })
  article!: ArticleBody;
}

export class PetitionActBody {
  @ApiProperty({ enum: PETITION_ACT_NAMES })
  act!: PetitionAct;
  @ApiProperty()
  zh!: string;
  @ApiProperty()
  en!: string;
  @ApiProperty({ type: String, format: 'date' })
  doneOn!: string;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ type: String, nullable: true, description: 'Display name; null for the system' })
  by!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true })
  documentNo!: string | null;
  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
  @ApiProperty({ type: Number, nullable: true })
  extensionDays!: number | null;
}

/** An act that may be recorded now. */
export class PetitionOfferBody {
  @ApiProperty({ enum: PETITION_ACT_NAMES })
  act!: PetitionAct;
  @ApiProperty()
  zh!: string;
  @ApiProperty()
  en!: string;
  @ApiProperty({ enum: ACT_NEEDS, isArray: true })
  needs!: ActNeed[];
  @ApiProperty({ type: String, format: 'date' })
  notBefore!: string;
  @ApiProperty({ type: String, format: 'date' })
  notAfter!: string;
}

export class PetitionBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String, nullable: true })
  registrationNo!: string | null;
  @ApiProperty({ type: String, format: 'date' })
  registeredOn!: string;
  @ApiProperty({ enum: PETITION_SOURCES })
  source!: PetitionSource;
  @ApiProperty({ enum: PETITION_STAGES })
  stage!: PetitionStage;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ type: String, nullable: true })
  markedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  markedAt!: Date;
  @ApiProperty(DAY)
  endedOn!: string | null;
  @ApiProperty({ type: String, enum: PETITION_ENDS, nullable: true })
  endReason!: PetitionEnd | null;
  @ApiProperty({ type: [PetitionPeriodBody] })
  periods!: PetitionPeriodBody[];
  @ApiProperty({ type: [PetitionActBody] })
  acts!: PetitionActBody[];
  @ApiProperty({ type: [PetitionOfferBody] })
  offers!: PetitionOfferBody[];
}

export class PetitionPanelBody {
  @ApiProperty({ description: 'For If-Match of the next record' })
  ticketVersion!: number;
  @ApiProperty()
  mayMark!: boolean;
  @ApiProperty({ type: PetitionBody, nullable: true })
  petition!: PetitionBody | null;
}
