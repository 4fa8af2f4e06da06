import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { PageQuery, UnitBriefBody } from '@hotline/organization';
import { Omissible, Text } from '@hotline/platform';
import { PROPOSAL_STATES, type ProposalState } from '../domain/proposed-rule.js';

export class CatalogueProposalBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ description: 'Name of the person' })
  account!: string;
  @ApiProperty({ type: UnitBriefBody, description: 'The unit that says so' })
  unit!: UnitBriefBody;
  @ApiProperty({ format: 'uuid' })
  ticketId!: string;
  @ApiProperty()
  ticketNo!: string;
  @ApiProperty()
  kind!: string;
  @ApiProperty()
  field!: string;
  @ApiProperty({ type: String, nullable: true })
  workplaceCode!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Version that sent the ticket' })
  catalogueVersion!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Rule that sent the ticket' })
  rule!: number | null;
  @ApiProperty({ type: UnitBriefBody, nullable: true })
  proposedUnit!: UnitBriefBody | null;
  @ApiProperty()
  reason!: string;
  @ApiProperty({ enum: PROPOSAL_STATES })
  state!: ProposalState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt!: Date | null;
  @ApiProperty({ type: String, nullable: true })
  decidedBy!: string | null;
  @ApiProperty({ type: String, nullable: true })
  rulingReason!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The draft that took the rule' })
  draftId!: string | null;
}

export class CatalogueProposalPageBody {
  @ApiProperty({ type: [CatalogueProposalBody] })
  items!: CatalogueProposalBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ProposalsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: PROPOSAL_STATES })
  @Omissible()
  @IsIn(PROPOSAL_STATES)
  state?: ProposalState;
}

export class ProposeCatalogueChangeBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  ticketId!: string;

  @ApiProperty({ maxLength: 500, description: 'What the catalogue should have known' })
  @Text(500)
  reason!: string;
}

export class RuleCatalogueProposalBody {
  @ApiProperty({ enum: ['accepted', 'refused'] })
  @IsIn(['accepted', 'refused'])
  decision!: 'accepted' | 'refused';

  @ApiPropertyOptional({ maxLength: 500, description: 'Needed to refuse' })
  @Omissible()
  @Text(500)
  reason?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Draft that takes the rule; a new one when left out' })
  @Omissible()
  @IsUUID()
  draftId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Another unit than the proposed one' })
  @Omissible()
  @IsUUID()
  unitId?: string;
}
