import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { IsCleanText, Nested, Omissible } from '@hotline/platform';
import { PLACE_KEYS, type PlaceKey, RULE_CHAINS, RULE_LEVELS } from '../domain/catalogue.js';

const CODES = /^[a-z0-9][a-z0-9.-]{0,63}$/;
const ITEMS = /^[a-z0-9][a-z0-9.-]{0,63}\/[a-z0-9][a-z0-9.-]{0,63}$/;

/** A condition's values. None at all is no condition that always holds: the check names it. */
function Codes(description: string, form = CODES): PropertyDecorator {
  return (target, property) => {
    ApiPropertyOptional({ type: [String], description })(target, property);
    Omissible()(target, property);
    IsArray()(target, property);
    ArrayMaxSize(120)(target, property);
    ArrayUnique()(target, property);
    IsString({ each: true })(target, property);
    Matches(form, { each: true })(target, property);
  };
}

export class RuleConditionsBody {
  @Codes('Kinds of the vocabulary')
  kinds?: readonly string[];
  @Codes('Fields of the vocabulary')
  fields?: readonly string[];
  @Codes('Items with their field: `pay/unpaid-wages`', ITEMS)
  items?: readonly string[];
  @Codes('Tags; one of them is enough')
  tags?: readonly string[];
  @Codes('Industries')
  industries?: readonly string[];

  @ApiPropertyOptional({ enum: ['open', 'employer-blind', 'anonymous'], isArray: true })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsIn(['open', 'employer-blind', 'anonymous'], { each: true })
  confidentiality?: readonly ('open' | 'employer-blind' | 'anonymous')[];

  @ApiPropertyOptional({ type: [String], description: 'Words the employer’s name holds' })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsCleanText({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(60, { each: true })
  employers?: readonly string[];

  @ApiPropertyOptional({
    type: [String],
    description: 'Beginnings of the code of a confirmed workplace, two to six digits',
    example: ['4403'],
  })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(400)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/^\d{2}(?:\d{2}){0,2}$/, { each: true })
  places?: readonly string[];
}

/** A rule as it is written; everything but its shape is looked at by the check before publishing. */
export class RuleBody {
  @ApiProperty({ minimum: 1, maximum: 9999 })
  @IsInt()
  @Min(1)
  @Max(9999)
  no!: number;

  @ApiProperty({ maxLength: 60 })
  @IsCleanText()
  @MaxLength(60)
  name!: string;

  @ApiProperty({
    minimum: 1,
    maximum: 999,
    description: 'Lower goes first; two units of one rank are a conflict',
  })
  @IsInt()
  @Min(1)
  @Max(999)
  rank!: number;

  @ApiProperty({ type: RuleConditionsBody, description: 'All given conditions must hold' })
  @Nested(() => RuleConditionsBody)
  when!: RuleConditionsBody;

  @ApiProperty({ enum: PLACE_KEYS, isArray: true, description: 'Which place decides, in this order' })
  @IsArray()
  @ArrayMaxSize(4)
  @ArrayUnique()
  @IsIn(PLACE_KEYS, { each: true })
  routeBy!: readonly PlaceKey[];

  @ApiProperty({ enum: RULE_LEVELS, description: 'How deep the ticket goes by itself' })
  @IsIn(RULE_LEVELS)
  level!: (typeof RULE_LEVELS)[number];

  @ApiProperty({
    enum: RULE_CHAINS,
    description: 'Down the places, to the chain of the industry, or to one unit',
  })
  @IsIn(RULE_CHAINS)
  chain!: (typeof RULE_CHAINS)[number];

  @ApiPropertyOptional({ format: 'uuid', description: 'The unit of the chain `unit`' })
  @Omissible()
  @IsUUID()
  unitId?: string;

  @ApiProperty({ maxLength: 500, description: 'The rule as a sentence' })
  @IsCleanText()
  @MaxLength(500)
  text!: string;
}

export class ShownRuleBody extends RuleBody {
  @ApiProperty({ type: UnitBriefBody, nullable: true, description: 'The unit of `unitId`' })
  unit!: UnitBriefBody | null;
}

export class CatalogueRuleBody extends ShownRuleBody {
  @ApiProperty({ description: 'Hops sent by this rule in the last 30 days' })
  hits30d!: number;
}
