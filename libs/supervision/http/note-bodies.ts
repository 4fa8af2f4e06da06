import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { NestedList, Omissible, Text } from '@hotline/platform';
import {
  type Mention,
  MENTION_ROLES,
  type MentionRole,
  NOTE_CIRCLES,
  type NoteCircle,
} from '../domain/note-rules.js';
import { MaskableBody } from './order-bodies.js';

export class MentionInputBody implements Mention {
  @ApiProperty({ format: 'uuid', description: 'A unit that has had the ticket, or one above such a unit' })
  @IsUUID()
  unitId!: string;

  @ApiProperty({ enum: MENTION_ROLES })
  @IsIn(MENTION_ROLES)
  role!: MentionRole;
}

export class AddNoteBody extends MaskableBody {
  @ApiProperty({ maxLength: 2000 })
  @Text(2000)
  text!: string;

  @ApiProperty({
    enum: NOTE_CIRCLES,
    description: 'Own unit; it and its superiors; every unit with the ticket',
  })
  @IsIn(NOTE_CIRCLES)
  visible!: NoteCircle;

  @ApiPropertyOptional({ type: [MentionInputBody] })
  @Omissible()
  @NestedList(() => MentionInputBody, 20)
  mentions?: MentionInputBody[];

  @ApiPropertyOptional({ format: 'uuid', description: 'An own note this one corrects' })
  @Omissible()
  @IsUUID()
  correctsId?: string;
}

export class NotesQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

export class MentionBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ enum: MENTION_ROLES })
  role!: MentionRole;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt!: Date | null;
}

export class NoteBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  by!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty()
  text!: string;
  @ApiProperty({ enum: NOTE_CIRCLES })
  visible!: NoteCircle;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  correctsId!: string | null;
  @ApiProperty({ description: 'Written by this reader' })
  own!: boolean;
  @ApiProperty({ description: 'Mentions this reader and has not been read' })
  unread!: boolean;
  @ApiProperty({ type: [MentionBody] })
  mentions!: MentionBody[];
}

export class NotePageBody {
  @ApiProperty({ type: [NoteBody] })
  items!: NoteBody[];
  @ApiProperty({ type: [UnitBriefBody], description: 'Who can be mentioned' })
  units!: UnitBriefBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
