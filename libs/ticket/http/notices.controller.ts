import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, SignedIn } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { ListNotices } from '../use-cases/list-notices.js';
import { ReadNotices } from '../use-cases/read-notices.js';
import { NoticePageBody, NoticesQuery, ReadNoticesBody } from './notice-bodies.js';

@ApiTags('notices')
@Controller('api/notices')
export class NoticesController {
  constructor(
    private readonly list: ListNotices,
    private readonly read: ReadNotices,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ operationId: 'ListNotices', summary: 'What my units were told, newest first' })
  @ApiOkResponse({ type: NoticePageBody })
  @Problems(401, 422)
  listNotices(@CurrentActor() actor: Actor, @Query() query: NoticesQuery): Promise<NoticePageBody> {
    return this.list.run(actor, query.cursor ?? null, query.limit ?? 50);
  }

  @Post('read')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ operationId: 'ReadNotices', summary: 'Mark notices as read' })
  @ApiNoContentResponse()
  @Problems(401, 404, 422)
  readNotices(@CurrentActor() actor: Actor, @Body() body: ReadNoticesBody): Promise<void> {
    return this.read.run(actor, body.upTo);
  }
}
