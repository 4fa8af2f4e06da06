import { ApiProperty } from '@nestjs/swagger';
import { UnitBriefBody } from '@hotline/organization';
import { PART_VERBS, type PartVerb } from '../domain/lifecycle/index.js';
import { PART_ENDINGS, PART_SOURCES, type PartEnding, type PartSource } from '../domain/support.js';
import { ClockBody } from './hop-bodies.js';

const NULLABLE_TIME = { type: String, format: 'date-time', nullable: true } as const;
const NULLABLE_TEXT = { type: String, nullable: true } as const;

/** A part asked of a supporting unit (协办), and what became of it. */
export class SupportBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid', description: 'The supporting hop in whose hands it is' })
  hopId!: string;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ description: 'What is asked' })
  asked!: string;
  @ApiProperty({
    enum: PART_SOURCES,
    description: 'A person, the setting of the industry, or the rule of the home province',
  })
  source!: PartSource;
  @ApiProperty({ type: UnitBriefBody, description: 'The unit in whose name it was asked' })
  askedUnit!: UnitBriefBody;
  @ApiProperty()
  askedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  askedAt!: Date;
  @ApiProperty({ description: 'Why this unit' })
  explanation!: string;
  @ApiProperty(NULLABLE_TIME)
  signedAt!: Date | null;
  @ApiProperty(NULLABLE_TEXT)
  signedBy!: string | null;
  @ApiProperty({ ...NULLABLE_TIME, description: 'When it was passed down, which may happen once' })
  passedAt!: Date | null;
  @ApiProperty(NULLABLE_TIME)
  declinedAt!: Date | null;
  @ApiProperty(NULLABLE_TEXT)
  declinedBy!: string | null;
  @ApiProperty(NULLABLE_TEXT)
  declineReason!: string | null;
  @ApiProperty(NULLABLE_TIME)
  insistedAt!: Date | null;
  @ApiProperty(NULLABLE_TEXT)
  insistedBy!: string | null;
  @ApiProperty(NULLABLE_TEXT)
  insistReason!: string | null;
  @ApiProperty(NULLABLE_TIME)
  endedAt!: Date | null;
  @ApiProperty(NULLABLE_TEXT)
  endedBy!: string | null;
  @ApiProperty({ enum: PART_ENDINGS, nullable: true, description: 'Null while it is open' })
  ending!: PartEnding | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Why it was withdrawn or waived' })
  endReason!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Code of `outcomes` in the vocabulary' })
  outcome!: string | null;
  @ApiProperty(NULLABLE_TEXT)
  narrative!: string | null;
  @ApiProperty({ type: [String] })
  attachmentIds!: string[];
  @ApiProperty({ type: ClockBody, nullable: true })
  clock!: ClockBody | null;
  @ApiProperty({ enum: PART_VERBS, isArray: true, description: 'What this reader may do with it now' })
  verbs!: PartVerb[];
}

/** The worker's word about being known to the union inside the employer. */
export class IdentityConsentBody {
  @ApiProperty()
  agreed!: boolean;
  @ApiProperty({ enum: ['call', 'meeting', 'written', 'online'] })
  means!: 'call' | 'meeting' | 'written' | 'online';
  @ApiProperty(NULLABLE_TEXT)
  note!: string | null;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  by!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
}

/** Somebody withdrawn from the case for an interest in it (回避). */
export class RecusalBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'The person; null when a whole unit is withdrawn' })
  who!: string | null;
  @ApiProperty({ type: UnitBriefBody, nullable: true })
  unit!: UnitBriefBody | null;
  @ApiProperty()
  reason!: string;
  @ApiProperty({ description: 'Ordered by a superior; false when declared by themselves' })
  ordered!: boolean;
  @ApiProperty()
  by!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
}

/** Who works on a ticket beside its accountable unit, and who is kept out of it. */
export class TogetherBody {
  @ApiProperty({ type: [SupportBody] })
  supports!: SupportBody[];
  @ApiProperty({ type: IdentityConsentBody, nullable: true })
  identityConsent!: IdentityConsentBody | null;
  @ApiProperty({ type: [RecusalBody] })
  recusals!: RecusalBody[];
  @ApiProperty({ description: 'This reader is withdrawn from the case' })
  recused!: boolean;
  @ApiProperty({ description: 'The complaint may be about this reader’s own union' })
  recusalSuggested!: boolean;
}
