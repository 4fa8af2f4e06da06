import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { NOTICE_KINDS, type NoticeKind } from '../domain/step.js';

export class NoticeBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ enum: NOTICE_KINDS })
  kind!: NoticeKind;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ticketId!: string | null;
  @ApiProperty({ type: String, nullable: true })
  ticketNo!: string | null;
  @ApiProperty({ example: '新工单待签收：拖欠工资三个月' })
  title!: string;
  @ApiProperty()
  read!: boolean;
}

export class NoticePageBody {
  @ApiProperty({ type: [NoticeBody] })
  items!: NoticeBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class NoticesQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class ReadNoticesBody {
  @ApiProperty({
    format: 'uuid',
    description: 'The newest notice that was read; older ones count as read too',
  })
  @IsUUID()
  upTo!: string;
}
