import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { Code, Omissible, Problems, Text } from '@hotline/platform';
import type { ListedRecord } from '../data/audit-list.js';
import type { Actor } from '../domain/actor.js';
import { ListAudit } from '../use-cases/list-audit.js';
import { VerifyAudit } from '../use-cases/verify-audit.js';
import { cursorOf, keyOf } from './cursor.js';
import { CurrentActor, Permit } from './permit.js';
import { PageQuery } from './unit-bodies.js';

export class AuditRecordBody implements ListedRecord {
  @ApiProperty({ description: 'Number in the chain' })
  seq!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  actorId!: string | null;
  @ApiProperty({ type: String, nullable: true })
  actorName!: string | null;
  @ApiProperty({ example: 'identity-revealed' })
  action!: string;
  @ApiProperty({ example: 'ticket' })
  objectKind!: string;
  @ApiProperty({ type: String, nullable: true })
  objectId!: string | null;
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  facts!: ListedRecord['facts'];
}

export class AuditPageBody {
  @ApiProperty({ type: [AuditRecordBody] })
  items!: AuditRecordBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class AuditVerdictBody {
  @ApiProperty({ description: 'Records looked at' })
  records!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'First record that does not fit; null when all do',
  })
  brokenAt!: string | null;
}

export class AuditQuery extends PageQuery {
  @ApiPropertyOptional()
  @Omissible()
  @Code()
  action?: string;

  @ApiPropertyOptional()
  @Omissible()
  @Code()
  objectKind?: string;

  @ApiPropertyOptional()
  @Omissible()
  @Text(100)
  objectId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Omissible()
  @IsUUID()
  actorId?: string;
}

@ApiTags('audit')
@Controller('api/audit')
@Permit('audit.read')
export class AuditController {
  constructor(
    private readonly lists: ListAudit,
    private readonly verdicts: VerifyAudit,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'ListAudit', summary: 'What the people of your units did, newest first' })
  @ApiOkResponse({ type: AuditPageBody })
  @Problems(401, 403, 422)
  async list(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<AuditPageBody> {
    const { cursor, limit = 50, ...exact } = query;
    const { items, next } = await this.lists.run(actor, {
      ...exact,
      before: keyOf(cursor, /^\d{1,18}$/),
      limit,
    });
    return { items, nextCursor: cursorOf(next) };
  }

  @Get('verification')
  @ApiOperation({ operationId: 'VerifyAudit', summary: 'Recompute the keyed chain over all records' })
  @ApiOkResponse({ type: AuditVerdictBody })
  @Problems(401, 403)
  verify(@CurrentActor() actor: Actor): Promise<AuditVerdictBody> {
    return this.verdicts.run(actor);
  }
}
