import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { LinkTicket } from '../use-cases/link-ticket.js';
import { ShowGroups } from '../use-cases/show-groups.js';
import { UnlinkTicket } from '../use-cases/unlink-ticket.js';
import {
  GroupFlagPageBody,
  GroupPageBody,
  GroupsQuery,
  LinkTicketBody,
  TicketGroupBody,
  UnlinkTicketBody,
} from './bodies.js';

@ApiTags('grouping')
@Controller('api')
export class GroupingController {
  constructor(
    private readonly link: LinkTicket,
    private readonly unlink: UnlinkTicket,
    private readonly groups: ShowGroups,
    private readonly show: ShowTicket,
  ) {}

  @Post('tickets/:id/link')
  @HttpCode(200)
  @Permit('ticket.group')
  @ApiOperation({ operationId: 'LinkTicket', summary: 'Let a ticket follow a master case of the same cause' })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async linkTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() body: LinkTicketBody,
  ): Promise<TicketViewBody> {
    await this.link.run(actor, ticketId, version, body);
    return this.show.run(actor, ticketId);
  }

  @Post('tickets/:id/unlink')
  @HttpCode(200)
  @Permit('ticket.group')
  @ApiOperation({
    operationId: 'UnlinkTicket',
    summary: 'Take a link back; the ticket is what it was before',
  })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async unlinkTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { reason }: UnlinkTicketBody,
  ): Promise<TicketViewBody> {
    await this.unlink.run(actor, ticketId, version, reason);
    return this.show.run(actor, ticketId);
  }

  @Get('tickets/:id/group')
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'ShowTicketGroup', summary: 'Tickets linked to this one, and likely ones' })
  @ApiOkResponse({ type: TicketGroupBody })
  @Problems(401, 403, 404)
  ofTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
  ): Promise<TicketGroupBody> {
    return this.groups.ofTicket(actor, ticketId);
  }

  @Get('groups')
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'ListGroups', summary: 'Groups of linked tickets, newest first' })
  @ApiOkResponse({ type: GroupPageBody })
  @Problems(401, 403, 422)
  listGroups(@CurrentActor() actor: Actor, @Query() query: GroupsQuery): Promise<GroupPageBody> {
    return this.groups.list(actor, query);
  }

  @Get('group-flags')
  @Permit('ticket.read')
  @ApiOperation({
    operationId: 'ListGroupFlags',
    summary: 'Employers that 3, 5 or 10 people complained of within thirty days, newest first',
  })
  @ApiOkResponse({ type: GroupFlagPageBody })
  @Problems(401, 403, 422)
  listFlags(@CurrentActor() actor: Actor, @Query() query: GroupsQuery): Promise<GroupFlagPageBody> {
    return this.groups.flags(actor, query);
  }
}
