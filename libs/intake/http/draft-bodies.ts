import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsObject, IsUUID, Max, Min, ValidateIf } from 'class-validator';
import { DRAFT_PURPOSES, type DraftPurpose } from '../domain/draft.js';

const MOST_VERSION = 1_000_000_000;

export class SaveDraftBody {
  @ApiProperty({ minimum: 0, description: 'Version it was typed over; 0 for the first save' })
  @IsInt()
  @Min(0)
  @Max(MOST_VERSION)
  version!: number;

  @ApiProperty({ enum: DRAFT_PURPOSES })
  @IsIn(DRAFT_PURPOSES)
  purpose!: DraftPurpose;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The ticket, or the part of it, that the form is about',
  })
  @ValidateIf((_: object, value: unknown) => value !== null && value !== undefined)
  @IsUUID()
  subjectId!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The form as it stands, at most 64 KB',
  })
  @IsObject()
  body!: Record<string, unknown>;
}

export class DraftBody {
  @ApiProperty({ format: 'uuid', description: 'Chosen by the client' })
  id!: string;
  @ApiProperty({ enum: DRAFT_PURPOSES })
  purpose!: DraftPurpose;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  subjectId!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  body!: Record<string, unknown>;
  @ApiProperty()
  version!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  savedAt!: Date;
}
