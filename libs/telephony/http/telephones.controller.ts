import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { EndTelephone } from '../use-cases/end-telephone.js';
import { GiveTelephone } from '../use-cases/give-telephone.js';
import { ListTelephones } from '../use-cases/list-telephones.js';
import { GiveTelephoneBody, TelephoneBody, TelephonePageBody, TelephonesQuery } from './telephone-bodies.js';
import { telephoneBody, telephoneCursor, telephoneKey, telephoneToGive } from './telephone-views.js';

@ApiTags('telephony')
@Controller('api/telephony/sources/:id/telephones')
export class TelephonesController {
  constructor(
    private readonly lists: ListTelephones,
    private readonly gifts: GiveTelephone,
    private readonly ends: EndTelephone,
  ) {}

  @Get()
  @Permit('telephony.read')
  @ApiOperation({ operationId: 'ListTelephones', summary: 'Whose the extensions are, by address' })
  @ApiOkResponse({ type: TelephonePageBody })
  @Problems(401, 403, 404, 422)
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: TelephonesQuery,
  ): Promise<TelephonePageBody> {
    const { past = false, cursor, limit = 50 } = query;
    const { items, next } = await this.lists.run(actor, id, { past, after: telephoneKey(cursor), limit });
    return { items: items.map(telephoneBody), nextCursor: telephoneCursor(next) };
  }

  @Post()
  @Permit('telephony.configure')
  @ApiOperation({ operationId: 'GiveTelephone', summary: 'Say whose telephone an extension is' })
  @ApiCreatedResponse({ type: TelephoneBody })
  @Problems(401, 403, 404, 409, 422)
  async give(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: GiveTelephoneBody,
  ): Promise<TelephoneBody> {
    return telephoneBody(await this.gifts.run(actor, id, telephoneToGive(body)));
  }

  @Post(':telephoneId/end')
  @HttpCode(200)
  @Permit('telephony.configure')
  @ApiOperation({ operationId: 'EndTelephone', summary: 'From now on the extension is nobody’s' })
  @ApiOkResponse({ type: TelephoneBody })
  @Problems(401, 403, 404, 409, 422)
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('telephoneId', ParseUUIDPipe) telephoneId: string,
  ): Promise<TelephoneBody> {
    return telephoneBody(await this.ends.run(actor, id, telephoneId));
  }
}
