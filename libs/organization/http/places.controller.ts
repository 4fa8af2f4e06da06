import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Matches, Max, MaxLength, Min } from 'class-validator';
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

export class NamedPlacesQuery {
  @ApiProperty({
    description: 'Codes or their beginnings (two, four or six digits), at most 200, with commas between',
    example: '4403,430104',
  })
  @Matches(/^\d{2}(?:\d{2}){0,2}(?:,\d{2}(?:\d{2}){0,2}){0,199}$/)
  codes!: string;
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

  @Get('named')
  @SignedIn()
  @ApiOperation({
    operationId: 'NamePlaces',
    summary: 'Administrative divisions by their codes, filled up to six digits; unknown ones are left out',
  })
  @ApiOkResponse({ type: [PlaceBody] })
  @Problems(401, 422)
  named(@Query() { codes }: NamedPlacesQuery): PlaceBody[] {
    return codes.split(',').flatMap((asked) => {
      const code = asked.padEnd(6, '0');
      const place = this.places.find(code);
      return place ? [{ ...placeBody(place), code }] : [];
    });
  }
}
