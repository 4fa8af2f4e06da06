import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, MaxLength, Min } from 'class-validator';
import { IsCleanText, Omissible, Problems } from '@hotline/platform';
import { Places } from '../data/places.js';
import { DIVISION_LEVELS, type DivisionLevel } from '../domain/divisions.js';
import type { Place } from '../domain/places.js';
import { SignedIn } from './permit.js';

export class PlaceBody {
  @ApiProperty({ description: 'GB/T 2260, six digits', example: '440305' })
  code!: string;
  @ApiProperty({ example: '南山区' })
  name!: string;
  @ApiProperty({ example: '广东省深圳市南山区' })
  fullName!: string;
  @ApiProperty({ enum: DIVISION_LEVELS })
  level!: DivisionLevel;
}

export const placeBody = ({ code, name, fullName, level }: Place): PlaceBody => ({
  code,
  name,
  fullName,
  level,
});

export class PlacesQuery {
  @ApiProperty({ description: 'Name, pinyin, initials or code' })
  @IsCleanText()
  @MaxLength(60)
  q!: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 20 })
  @Omissible()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

@ApiTags('units')
@Controller('api/places')
export class PlacesController {
  constructor(private readonly places: Places) {}

  @Get()
  @SignedIn()
  @ApiOperation({ operationId: 'SearchPlaces', summary: 'Find administrative divisions, best first' })
  @ApiOkResponse({ type: [PlaceBody] })
  @Problems(401, 422)
  search(@Query() { q, limit = 20 }: PlacesQuery): PlaceBody[] {
    return this.places.search(q, limit).map(placeBody);
  }
}
