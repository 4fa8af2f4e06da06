import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsUUID, Matches, Max, Min } from 'class-validator';
import { Code, Nested, Omissible, Text } from '@hotline/platform';
import type { Confidentiality, Difficulty, Kind, Urgency } from '@hotline/ticket';
import { CONFIDENTIALITIES, DIFFICULTIES, URGENCIES } from '@hotline/ticket';
import type { OpeningInput, WorkerInput } from '../domain/opening.js';
import { EmergencyBody } from './emergency-bodies.js';
import { CasePlacesInputBody, KIND_CODES, LogContactBody } from './contact-bodies.js';

const codes = <Code extends string>(terms: readonly { readonly code: Code }[]): Code[] =>
  terms.map(({ code }) => code);

/** Sealed field by field; answered masked. */
export class WorkerBody implements WorkerInput {
  @ApiPropertyOptional({ maxLength: 60 })
  @Omissible()
  @Text(60)
  name?: string;

  @ApiPropertyOptional({ maxLength: 40 })
  @Omissible()
  @Text(40)
  phone?: string;

  @ApiPropertyOptional({ description: 'GB 11643, with its check character', maxLength: 18 })
  @Omissible()
  @Text(18)
  idNumber?: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @Omissible()
  @Text(200)
  address?: string;
}

export class DispatchChoiceBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  unitId!: string;

  @ApiProperty({ maxLength: 500 })
  @Text(500)
  reason!: string;
}

export class OpenTicketBody implements OpeningInput {
  @ApiPropertyOptional({ format: 'uuid', description: 'An open contact logged before; or `contact`' })
  @Omissible()
  @IsUUID()
  contactId?: string;

  @ApiPropertyOptional({
    type: LogContactBody,
    description: 'Logged together with the ticket; outcome `open`',
  })
  @Omissible()
  @Nested(() => LogContactBody)
  contact?: LogContactBody;

  @ApiProperty({ enum: KIND_CODES })
  @IsIn(KIND_CODES)
  kind!: Kind;

  @ApiProperty({ description: 'Code of `fields` in the vocabulary' })
  @Code()
  field!: string;

  @ApiPropertyOptional({ description: 'Code of an item of the field' })
  @Omissible()
  @Code()
  item?: string;

  @ApiPropertyOptional({ type: [String], description: 'Codes of `tags`', maxItems: 20 })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^[a-z0-9][a-z0-9.-]{0,63}$/, { each: true })
  tags?: string[];

  @ApiProperty({ enum: codes(DIFFICULTIES) })
  @IsIn(codes(DIFFICULTIES))
  difficulty!: Difficulty;

  @ApiProperty({ enum: codes(URGENCIES) })
  @IsIn(codes(URGENCIES))
  urgency!: Urgency;

  @ApiPropertyOptional({ description: 'Code of `industries`' })
  @Omissible()
  @Code()
  industry?: string;

  @ApiProperty({ type: CasePlacesInputBody })
  @Nested(() => CasePlacesInputBody)
  places!: CasePlacesInputBody;

  @ApiPropertyOptional({ maxLength: 200 })
  @Omissible()
  @Text(200)
  employer?: string;

  @ApiPropertyOptional({ description: 'Workers concerned', minimum: 1, maximum: 1_000_000 })
  @Omissible()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  people?: number;

  @ApiProperty({
    enum: codes(CONFIDENTIALITIES),
    description: 'anonymous: no identity is stored, whatever is sent',
  })
  @IsIn(codes(CONFIDENTIALITIES))
  confidentiality!: Confidentiality;

  @ApiPropertyOptional({ type: WorkerBody })
  @Omissible()
  @Nested(() => WorkerBody)
  worker?: WorkerBody;

  @ApiProperty({ maxLength: 200 })
  @Text(200)
  title!: string;

  @ApiProperty({ description: 'The worker’s words', maxLength: 20_000 })
  @Text(20_000)
  text!: string;

  @ApiPropertyOptional({ type: [String], description: 'Files uploaded before', maxItems: 20 })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  attachmentIds?: string[];

  @ApiPropertyOptional({ format: 'uuid', description: 'Draft used up by this ticket' })
  @Omissible()
  @IsUUID()
  draftId?: string;

  @ApiPropertyOptional({ type: DispatchChoiceBody, description: 'The agent’s own choice of the unit' })
  @Omissible()
  @Nested(() => DispatchChoiceBody)
  dispatchTo?: DispatchChoiceBody;

  @ApiPropertyOptional({ type: EmergencyBody, description: '紧急: only with urgency `urgent`' })
  @Omissible()
  @Nested(() => EmergencyBody)
  emergency?: EmergencyBody;
}
