import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, MaxLength, Min } from 'class-validator';
import { IsCleanText, Omissible } from '@hotline/platform';
import {
  EXPORT_FORMS,
  EXPORT_LANGUAGES,
  EXPORT_STATES,
  type ExportForm,
  type ExportLanguage,
  type ExportState,
} from '../domain/export.js';

/** How a file is wanted; what is in it is said by the fields beside. */
export class ExportWishBody {
  @ApiProperty({ enum: EXPORT_FORMS, description: 'CSV (UTF-8 with its mark, RFC 4180) or XLSX' })
  @IsIn(EXPORT_FORMS)
  form!: ExportForm;

  @ApiPropertyOptional({ enum: EXPORT_LANGUAGES, default: 'zh', description: 'Of heads, notes and words' })
  @Omissible()
  @IsIn(EXPORT_LANGUAGES)
  language?: ExportLanguage;
}

export class ExportBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ description: 'What it holds, as `call-report.queues`' })
  kind!: string;
  @ApiProperty({ enum: EXPORT_FORMS })
  form!: ExportForm;
  @ApiProperty({ description: 'Of the file, with its ending' })
  name!: string;
  @ApiProperty({ enum: EXPORT_STATES, description: '`done` alone has a file' })
  state!: ExportState;
  @ApiProperty({ description: 'Written so far' })
  rows!: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'How far, 0 to 1; null where nobody knows before the end',
  })
  share!: number | null;
  @ApiProperty({ description: 'Bytes so far' })
  length!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why it failed: `forbidden`, `not-found`, `too-large`, `fault` or the code of a refusal',
  })
  fault!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  askedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the file is deleted' })
  expiresAt!: Date | null;
}

export class ExportsBody {
  @ApiProperty({ type: [ExportBody] })
  items!: ExportBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ExportsQuery {
  @ApiPropertyOptional({ maxLength: 200 })
  @Omissible()
  @IsCleanText()
  @MaxLength(200)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 20 })
  @Omissible()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

/** An order as its owner is shown it, whatever else is known of it. */
export const exportBody = (one: ExportBody): ExportBody => ({
  id: one.id,
  kind: one.kind,
  form: one.form,
  name: one.name,
  state: one.state,
  rows: one.rows,
  share: one.share,
  length: one.length,
  fault: one.fault,
  askedAt: one.askedAt,
  endedAt: one.endedAt,
  expiresAt: one.expiresAt,
});
