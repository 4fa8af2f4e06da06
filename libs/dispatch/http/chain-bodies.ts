import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { Code, Omissible, Text } from '@hotline/platform';
import { CHAIN_LEADS, CHAIN_MODES, type ChainLead, type ChainMode } from '../domain/chains.js';

export class SetChainModeBody {
  @ApiProperty({ description: 'Code of `industries` in the vocabulary' })
  @Code()
  industry!: string;

  @ApiProperty({ enum: CHAIN_MODES, description: '产业优先, 属地优先, 双派' })
  @IsIn(CHAIN_MODES)
  mode!: ChainMode;

  @ApiPropertyOptional({ enum: CHAIN_LEADS, description: 'Of `dual`: who leads; the other supports' })
  @Omissible()
  @IsIn(CHAIN_LEADS)
  dualLead?: ChainLead;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The industrial union, where the industry has no chain of its own',
  })
  @Omissible()
  @IsUUID()
  unitId?: string;

  @ApiProperty({ format: 'date', description: 'Today or later, Asia/Shanghai', example: '2026-04-01' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  effectiveFrom!: string;

  @ApiPropertyOptional({ maxLength: 500 })
  @Omissible()
  @Text(500)
  note?: string;
}

export class ChainSettingBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  industry!: string;
  @ApiProperty({ enum: CHAIN_MODES })
  mode!: ChainMode;
  @ApiProperty({ enum: CHAIN_LEADS, nullable: true })
  dualLead!: ChainLead | null;
  @ApiProperty({ type: UnitBriefBody, nullable: true })
  unit!: UnitBriefBody | null;
  @ApiProperty({ format: 'date' })
  effectiveFrom!: string;
  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
  @ApiProperty()
  by!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  setAt!: Date;
  @ApiProperty()
  inForce!: boolean;
}

export class IndustryChainBody {
  @ApiProperty({ description: 'Code of `industries` in the vocabulary' })
  industry!: string;
  @ApiProperty({ type: UnitBriefBody, nullable: true, description: 'The industrial union it has by itself' })
  chain!: UnitBriefBody | null;
  @ApiProperty({ type: [ChainSettingBody], description: 'Newest first' })
  settings!: ChainSettingBody[];
}
