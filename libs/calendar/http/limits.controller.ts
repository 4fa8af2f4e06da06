import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Clock } from '@hotline/kernel';
import { SignedIn } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { RuleBook } from '../data/rule-book.js';
import { LIMIT_UNITS, type LimitUnit } from '../domain/limit.js';
import { CLOCK_KINDS, type ClockKind, type LimitRow } from '../domain/limits-preset.js';

class LimitView {
  @ApiProperty({ description: 'Stored with every clock the row starts' })
  id!: string;
  @ApiProperty({ enum: CLOCK_KINDS })
  clock!: ClockKind;
  @ApiProperty({ type: String, nullable: true, description: 'Null matches everything' })
  urgency!: string | null;
  @ApiProperty({ type: String, nullable: true })
  difficulty!: string | null;
  @ApiProperty({ type: String, nullable: true })
  kind!: string | null;
  @ApiProperty({ type: String, nullable: true })
  field!: string | null;
  @ApiProperty({ type: String, nullable: true })
  level!: string | null;
  @ApiProperty()
  amount!: number;
  @ApiProperty({ enum: LIMIT_UNITS })
  unit!: LimitUnit;
}

class LimitsView {
  @ApiProperty()
  version!: number;
  @ApiProperty()
  id!: string;
  @ApiProperty({ format: 'date', description: 'Day in Asia/Shanghai' })
  effectiveFrom!: string;
  @ApiProperty({ description: 'Extensions a ticket may be granted' })
  maxExtensions!: number;
  @ApiProperty({ type: [LimitView] })
  rows!: LimitView[];
}

const toView = ({ limit, ...row }: LimitRow): LimitView => ({
  id: row.id,
  clock: row.clock,
  urgency: row.urgency ?? null,
  difficulty: row.difficulty ?? null,
  kind: row.kind ?? null,
  field: row.field ?? null,
  level: row.level ?? null,
  ...limit,
});

@ApiTags('calendar')
@Controller('api/limits')
export class LimitsController {
  constructor(
    private readonly rules: RuleBook,
    private readonly clock: Clock,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ operationId: 'ShowLimits', summary: 'The limits in force, row by row' })
  @ApiOkResponse({ type: LimitsView })
  @Problems(401)
  show(): LimitsView {
    const { version, id, effectiveFrom, maxExtensions, rows } = this.rules.presetAt(this.clock.now());
    return { version, id, effectiveFrom, maxExtensions, rows: rows.map(toView) };
  }
}
