import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, SignedIn } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { DiscardDraft } from '../use-cases/discard-draft.js';
import { ListDrafts } from '../use-cases/list-drafts.js';
import { SaveDraft } from '../use-cases/save-draft.js';
import { DraftBody, SaveDraftBody } from './draft-bodies.js';

@ApiTags('drafts')
@Controller('api/drafts')
export class DraftsController {
  constructor(
    private readonly save: SaveDraft,
    private readonly list: ListDrafts,
    private readonly discard: DiscardDraft,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ operationId: 'ListDrafts', summary: 'What I have typed and not handed in' })
  @ApiOkResponse({ type: [DraftBody] })
  @Problems(401)
  listDrafts(@CurrentActor() actor: Actor): Promise<DraftBody[]> {
    return this.list.run(actor);
  }

  @Put(':id')
  @SignedIn()
  @ApiOperation({ operationId: 'SaveDraft', summary: 'Keep what is being typed; 409 carries the newer copy' })
  @ApiOkResponse({ type: DraftBody })
  @Problems(401, 404, 409, 413, 422)
  saveDraft(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() draft: SaveDraftBody,
  ): Promise<DraftBody> {
    return this.save.run(actor, { ...draft, id, subjectId: draft.subjectId ?? null });
  }

  @Delete(':id')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ operationId: 'DiscardDraft', summary: 'Give a draft up' })
  @ApiNoContentResponse()
  @Problems(401, 422)
  discardDraft(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.discard.run(actor, id);
  }
}
