import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems, Text } from '@hotline/platform';
import { HandOverWork } from '../use-cases/hand-over-work.js';
import { ColleagueBody } from './record-bodies.js';

export class OpenWorkQuery {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  unitId!: string;
}

export class OpenWorkBody {
  @ApiProperty({ description: 'Open tickets assigned to the person in this unit' })
  tickets!: number;
  @ApiProperty({
    description: 'Forms begun on the unit’s open work in the person’s hands or in nobody’s; they move unread',
  })
  forms!: number;
  @ApiProperty({ description: 'Notes and other drafts; they stay with the person' })
  otherDrafts!: number;
  @ApiProperty({ type: [ColleagueBody], description: 'Handlers of the unit who could take it' })
  colleagues!: readonly ColleagueBody[];
}

export class HandOverWorkBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  unitId!: string;

  @ApiProperty({ format: 'uuid', description: 'A handler of the unit' })
  @IsUUID()
  toAccountId!: string;

  @ApiProperty({ minLength: 2, maxLength: 500, description: 'Goes into the audit log' })
  @Text(500, 2)
  reason!: string;
}

export class HandedOverBody {
  @ApiProperty()
  tickets!: number;
  @ApiProperty({ description: 'Without those that the taker has begun too' })
  forms!: number;
}

@ApiTags('accounts')
@Permit('account.manage')
@Problems(401, 403, 404, 422)
@Controller('api/accounts/:id')
export class HandOverController {
  constructor(private readonly work: HandOverWork) {}

  @Get('open-work')
  @ApiOperation({
    operationId: 'ShowOpenWork',
    summary: 'Open work that carries a person’s name in one unit',
  })
  @ApiOkResponse({ type: OpenWorkBody })
  openWork(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) accountId: string,
    @Query() { unitId }: OpenWorkQuery,
  ): Promise<OpenWorkBody> {
    return this.work.preview(actor, accountId, unitId);
  }

  @Post('hand-over')
  @HttpCode(200)
  @ApiOperation({ operationId: 'HandOverWork', summary: 'Give all open work of a person to a colleague' })
  @ApiOkResponse({ type: HandedOverBody })
  handOver(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) accountId: string,
    @Body() body: HandOverWorkBody,
  ): Promise<HandedOverBody> {
    return this.work.run(actor, accountId, body);
  }
}
