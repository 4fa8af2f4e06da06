import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsCleanText, Omissible, Text } from '@hotline/platform';
import { UNIT_LEVELS, type UnitLevel } from '../domain/tree.js';
import { ADDED_LEVELS, type AddedLevel, UNIT_CODE } from '../domain/unit-rules.js';

export const UNIT_KINDS = ['territorial', 'industrial'] as const;

/** A unit as every other record names it. */
export class UnitBriefBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ description: 'Division code (GB/T 2260) of a territorial union', example: '440305' })
  code!: string;
  @ApiProperty({ example: '南山区总工会' })
  name!: string;
  @ApiProperty({ enum: UNIT_LEVELS })
  level!: UnitLevel;
  @ApiProperty({ enum: UNIT_KINDS })
  kind!: (typeof UNIT_KINDS)[number];
}

/** What the unit was called and where it hung, until when. */
export class FormerUnitBody {
  @ApiProperty({ example: '南山区总工会' })
  name!: string;
  @ApiProperty()
  code!: string;
  @ApiProperty()
  path!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Name of the superior of that time' })
  parentName!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  from!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  until!: Date;
}

export class UnitViewBody extends UnitBriefBody {
  @ApiProperty({ example: '南山区' })
  shortName!: string;
  @ApiProperty({ type: String, nullable: true })
  regionCode!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parentId!: string | null;
  @ApiProperty({ description: 'Labels from the root, each closed by a slash', example: 'cn/44/4403/440305/' })
  path!: string;
  @ApiProperty({ type: [UnitBriefBody], description: 'The units above, the national one first' })
  chain!: UnitBriefBody[];
  @ApiProperty()
  childCount!: number;
  @ApiProperty()
  calendarId!: string;
  @ApiProperty()
  active!: boolean;
  @ApiProperty({ description: 'For If-Match' })
  version!: number;
  @ApiProperty({ type: [FormerUnitBody], description: 'Newest first' })
  former!: FormerUnitBody[];
  @ApiProperty({ type: UnitBriefBody, nullable: true, description: 'Who carries on for a unit that ended' })
  heir!: UnitBriefBody | null;
}

export class UnitPathQuery {
  @ApiProperty({ example: 'cn/44/4403/440305/', description: 'A path of today or of the past' })
  @IsCleanText()
  @Matches(/^([a-z0-9]+\/)+$/)
  @MaxLength(300)
  path!: string;
}

export class UnitPageBody {
  @ApiProperty({ type: [UnitViewBody] })
  items!: UnitViewBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** What every list takes: where to go on and how many. */
export class PageQuery {
  @ApiPropertyOptional({ description: '`nextCursor` of the page before' })
  @Omissible()
  @IsCleanText()
  @MaxLength(500)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @Omissible()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class UnitsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Name, pinyin, initials or code; best first, without further pages' })
  @Omissible()
  @IsCleanText()
  @MaxLength(60)
  q?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Direct children of this unit' })
  @Omissible()
  @IsUUID()
  parentId?: string;
}

export class AddUnitBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  parentId!: string;

  @ApiProperty({ enum: ADDED_LEVELS })
  @IsIn(ADDED_LEVELS)
  level!: AddedLevel;

  @ApiProperty({
    description:
      'Division code of a township, unified social credit code of an enterprise; unique in the tree',
    pattern: UNIT_CODE.source,
  })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().toLowerCase() : value,
  )
  @Matches(UNIT_CODE)
  code!: string;

  @ApiProperty({ minLength: 2, maxLength: 80 })
  @Text(80, 2)
  name!: string;

  @ApiPropertyOptional({ maxLength: 30, description: 'The name, when left out' })
  @Omissible()
  @Text(30)
  shortName?: string;
}

export class ChangeUnitBody {
  @ApiPropertyOptional({ minLength: 2, maxLength: 80 })
  @Omissible()
  @Text(80, 2)
  name?: string;

  @ApiPropertyOptional({ maxLength: 30 })
  @Omissible()
  @Text(30)
  shortName?: string;

  @ApiPropertyOptional()
  @Omissible()
  @IsBoolean()
  active?: boolean;
}
