import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { ShowCatalogue } from '../use-cases/show-catalogue.js';

export class RuleConditionsBody {
  @ApiPropertyOptional({ type: [String] })
  kinds?: readonly string[];
  @ApiPropertyOptional({ type: [String] })
  fields?: readonly string[];
  @ApiPropertyOptional({ type: [String] })
  tags?: readonly string[];
  @ApiPropertyOptional({ type: [String] })
  industries?: readonly string[];
  @ApiPropertyOptional({ type: [String] })
  confidentiality?: readonly string[];
}

export class CatalogueRuleBody {
  @ApiProperty()
  no!: number;
  @ApiProperty()
  name!: string;
  @ApiProperty({ description: 'Lower goes first; two units of one rank are a conflict' })
  rank!: number;
  @ApiProperty({
    type: RuleConditionsBody,
    description: 'Codes of the vocabulary; all given conditions must hold',
  })
  when!: RuleConditionsBody;
  @ApiProperty({ type: [String], enum: ['workplace', 'employerSeat', 'caller', 'insurance'] })
  routeBy!: readonly string[];
  @ApiProperty({ enum: ['national', 'province', 'city', 'county'] })
  level!: string;
  @ApiProperty({ enum: ['territorial', 'industrial'] })
  chain!: string;
  @ApiProperty({ description: 'The rule as a sentence' })
  text!: string;
  @ApiProperty({ description: 'Hops sent by this rule in the last 30 days' })
  hits30d!: number;
}

export class CatalogueBody {
  @ApiProperty()
  version!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  effectiveFrom!: Date;
  @ApiProperty()
  author!: string;
  @ApiProperty()
  note!: string;
  @ApiProperty({ type: [CatalogueRuleBody] })
  rules!: CatalogueRuleBody[];
}

@ApiTags('catalogue')
@Controller('api/catalogue')
export class CatalogueController {
  constructor(private readonly catalogue: ShowCatalogue) {}

  @Get()
  @Permit('catalogue.read')
  @ApiOperation({
    operationId: 'ListCatalogueVersions',
    summary: 'All versions of the dispatch catalogue, newest first',
  })
  @ApiOkResponse({ type: [CatalogueBody] })
  @Problems(401, 403)
  list(@CurrentActor() actor: Actor): Promise<CatalogueBody[]> {
    return this.catalogue.all(actor);
  }

  @Get(':version')
  @Permit('catalogue.read')
  @ApiOperation({ operationId: 'ShowCatalogue', summary: 'One version of the dispatch catalogue' })
  @ApiOkResponse({ type: CatalogueBody })
  @Problems(401, 403, 404)
  one(@CurrentActor() actor: Actor, @Param('version', ParseIntPipe) version: number): Promise<CatalogueBody> {
    return this.catalogue.one(actor, version);
  }
}
