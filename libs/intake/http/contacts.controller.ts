import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, cursorOf, keyOf, Permit } from '@hotline/organization';
import { IdempotencyKey, Problems } from '@hotline/platform';
import { TicketContactBody } from '@hotline/ticket';
import type { PageEnd } from '../data/contact-reads.js';
import { ListContacts } from '../use-cases/list-contacts.js';
import { LogContact } from '../use-cases/log-contact.js';
import { ShowContact } from '../use-cases/show-contact.js';
import { ContactPageBody, ContactsQuery, LogContactBody } from './contact-bodies.js';

export const REPEATABLE = {
  name: 'Idempotency-Key',
  required: false,
  description: '8 to 200 visible characters; a retry with the same key and body gets the same answer',
};

/** Milliseconds since 1970 and id of the last contact of a page. */
const PAGE_END = /^\d{1,14}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function endOf(cursor: string | undefined): PageEnd | null {
  const [at, id = ''] = keyOf(cursor, PAGE_END)?.split('.') ?? [];
  return at === undefined ? null : { at: new Date(Number(at)), id };
}

@ApiTags('contacts')
@Controller('api/contacts')
export class ContactsController {
  constructor(
    private readonly log: LogContact,
    private readonly list: ListContacts,
    private readonly show: ShowContact,
  ) {}

  @Post()
  @Permit('contact.log')
  @ApiOperation({
    operationId: 'LogContact',
    summary: 'A call, form or letter; most are answered and closed with it',
  })
  @ApiHeader(REPEATABLE)
  @ApiCreatedResponse({ type: TicketContactBody })
  @Problems(401, 403, 409, 413, 422)
  logContact(
    @CurrentActor() actor: Actor,
    @Body() body: LogContactBody,
    @IdempotencyKey() key: string | undefined,
  ): Promise<TicketContactBody> {
    return this.log.run(actor, body, key);
  }

  @Get()
  @Permit('contact.read')
  @ApiOperation({ operationId: 'ListContacts', summary: 'Contacts of my units, newest first' })
  @ApiOkResponse({ type: ContactPageBody })
  @Problems(401, 403, 422)
  async listContacts(@CurrentActor() actor: Actor, @Query() query: ContactsQuery): Promise<ContactPageBody> {
    const { mine = false, from = null, to = null, limit = 50 } = query;
    const before = endOf(query.cursor);
    const { items, end } = await this.list.run(actor, { mine, from, to, before, limit });
    return { items, nextCursor: cursorOf(end && `${end.at.getTime()}.${end.id}`) };
  }

  @Get(':id')
  @Permit('contact.read')
  @ApiOperation({ operationId: 'ShowContact', summary: 'One contact' })
  @ApiOkResponse({ type: TicketContactBody })
  @Problems(401, 403, 404)
  showContact(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TicketContactBody> {
    return this.show.run(actor, id);
  }
}
