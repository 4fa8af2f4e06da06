import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsObject,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Code, IsCleanText, Nested, Omissible, Text } from '@hotline/platform';
import { UnitBriefBody } from '@hotline/organization';
import { CATALOGUE_REF } from '../domain/catalogue-ref.js';

export class PlaceChoiceBody {
  @ApiProperty({ description: 'GB/T 2260 code, six digits', example: '440305' })
  @Matches(/^\d{6}$/)
  code!: string;

  @ApiPropertyOptional({ description: 'True while nobody has confirmed it' })
  @Omissible()
  @IsBoolean()
  guessed?: boolean;
}

/** The four places of a case; each picks another jurisdiction. */
export class PlacesChoiceBody {
  @ApiPropertyOptional({ type: PlaceChoiceBody, description: 'Where the caller is' })
  @Omissible()
  @Nested(() => PlaceChoiceBody)
  caller?: PlaceChoiceBody;

  @ApiPropertyOptional({ type: PlaceChoiceBody, description: 'Where the work is done' })
  @Omissible()
  @Nested(() => PlaceChoiceBody)
  workplace?: PlaceChoiceBody;

  @ApiPropertyOptional({ type: PlaceChoiceBody, description: 'Seat of the employer' })
  @Omissible()
  @Nested(() => PlaceChoiceBody)
  employerSeat?: PlaceChoiceBody;

  @ApiPropertyOptional({ type: PlaceChoiceBody, description: 'Where social insurance is paid' })
  @Omissible()
  @Nested(() => PlaceChoiceBody)
  insurance?: PlaceChoiceBody;
}

export class PreviewRouteBody {
  @ApiPropertyOptional()
  @Omissible()
  @Code()
  kind?: string;

  @ApiPropertyOptional()
  @Omissible()
  @Code()
  field?: string;

  @ApiPropertyOptional({ description: 'Item of the field' })
  @Omissible()
  @Code()
  item?: string;

  @ApiPropertyOptional({ type: [String] })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^[a-z0-9][a-z0-9.-]{0,63}$/, { each: true })
  tags?: string[];

  @ApiPropertyOptional()
  @Omissible()
  @Code()
  industry?: string;

  @ApiProperty({ type: PlacesChoiceBody })
  @Nested(() => PlacesChoiceBody)
  places!: PlacesChoiceBody;

  @ApiPropertyOptional()
  @Omissible()
  @IsCleanText()
  @MaxLength(200)
  employer?: string;

  @ApiPropertyOptional({ enum: ['general', 'urgent'] })
  @Omissible()
  @IsIn(['general', 'urgent'])
  urgency?: 'general' | 'urgent';

  @ApiPropertyOptional({ enum: ['general', 'difficult', 'complex'] })
  @Omissible()
  @IsIn(['general', 'difficult', 'complex'])
  difficulty?: 'general' | 'difficult' | 'complex';

  @ApiPropertyOptional({ enum: ['open', 'employer-blind', 'anonymous'] })
  @Omissible()
  @IsIn(['open', 'employer-blind', 'anonymous'])
  confidentiality?: 'open' | 'employer-blind' | 'anonymous';

  @ApiPropertyOptional({
    description: 'Number of a version or id of a draft to try; the version in force when left out',
    pattern: CATALOGUE_REF.source,
  })
  @Omissible()
  @Matches(CATALOGUE_REF)
  catalogue?: string;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A unit that supports from the start. */
export class DispatchSupportBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  unitId!: string;

  @ApiProperty({ maxLength: 1000, description: 'What it is asked to do' })
  @Text(1000)
  asked!: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Never beyond the promise to the worker' })
  @Omissible()
  @Matches(INSTANT)
  @IsISO8601({ strict: true })
  dueAt?: string;
}

export class DispatchTicketBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  unitId!: string;

  @ApiPropertyOptional({ description: 'Why none of the suggestions fits' })
  @Omissible()
  @Code()
  reasonCode?: string;

  @ApiPropertyOptional()
  @Omissible()
  @Text(500)
  reason?: string;

  @ApiPropertyOptional({
    type: [DispatchSupportBody],
    description: 'Sent with the lead in one step: all of them, or nobody',
  })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(5)
  @ArrayUnique((one: DispatchSupportBody | null) => one?.unitId)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DispatchSupportBody)
  support?: DispatchSupportBody[];
}

export class RouteExplanationBody {
  @ApiProperty()
  text!: string;
  @ApiProperty({ description: '0 for a draft' })
  catalogueVersion!: number;
  @ApiProperty({ type: Number, nullable: true })
  rule!: number | null;
}

export class RouteLimitBody {
  @ApiProperty()
  amount!: number;
  @ApiProperty({
    enum: ['minutes', 'hours', 'working-minutes', 'working-hours', 'working-days', 'calendar-days'],
  })
  unit!: string;
}

/** A unit that will be asked for a part when the ticket arrives. */
export class PreviewSupportBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ description: 'Why: the setting of the industry with its date, or the home province' })
  text!: string;
}

export class RoutePreviewBody {
  @ApiProperty({ description: 'True when the ticket would go all the way by itself' })
  clear!: boolean;
  @ApiProperty({ type: [UnitBriefBody] })
  chain!: UnitBriefBody[];
  @ApiProperty({ type: UnitBriefBody, nullable: true })
  target!: UnitBriefBody | null;
  @ApiProperty({ type: [PreviewSupportBody] })
  support!: PreviewSupportBody[];
  @ApiProperty({ type: RouteExplanationBody })
  explanation!: RouteExplanationBody;
  @ApiProperty({ type: String, nullable: true })
  queueReason!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  signLimit!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  dueAt!: Date | null;
  @ApiProperty({ type: RouteLimitBody, nullable: true })
  promiseLimit!: RouteLimitBody | null;
}

export class SuggestionReasonBody {
  @ApiProperty()
  text!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Number of the catalogue rule' })
  rule!: number | null;
}

export class SuggestionBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ type: [UnitBriefBody] })
  support!: UnitBriefBody[];
  @ApiProperty({ type: [UnitBriefBody], description: 'Custody chain from the holding unit' })
  chain!: UnitBriefBody[];
  @ApiProperty({ minimum: 0, maximum: 100 })
  share!: number;
  @ApiProperty({ type: [SuggestionReasonBody] })
  reasons!: SuggestionReasonBody[];
}
