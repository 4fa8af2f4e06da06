import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ChangeCalendarDraft } from '../use-cases/change-calendar-draft.js';
import { CheckCalendar } from '../use-cases/check-calendar-draft.js';
import { DraftCalendar } from '../use-cases/draft-calendar.js';
import { PreviewCalendarImport } from '../use-cases/preview-calendar-import.js';
import { PublishCalendar } from '../use-cases/publish-calendar.js';
import { ShowCalendar } from '../use-cases/show-calendar.js';
import {
  CalendarBody,
  CalendarCheckBody,
  DraftCalendarBody,
  PublishCalendarBody,
} from './calendar-bodies.js';
import { ImportPreviewBody, PreviewImportBody } from './year-bodies.js';
import { checkBody, previewBody } from './calendar-answers.js';
import { ChangePlanBody } from './plan-bodies.js';

@ApiTags('calendars')
@Controller('api/calendars')
@Permit('calendar.edit')
export class CalendarDraftController {
  constructor(
    private readonly drafts: DraftCalendar,
    private readonly changes: ChangeCalendarDraft,
    private readonly checks: CheckCalendar,
    private readonly imports: PreviewCalendarImport,
    private readonly publications: PublishCalendar,
    private readonly calendars: ShowCalendar,
  ) {}

  @Post('drafts')
  @ApiOperation({ operationId: 'DraftCalendar', summary: 'Open a draft of a calendar, or of a new one' })
  @ApiCreatedResponse({ type: CalendarBody })
  @Problems(401, 403, 409, 422)
  async draft(@CurrentActor() actor: Actor, @Body() order: DraftCalendarBody): Promise<CalendarBody> {
    await this.drafts.run(actor, order);
    return this.calendars.run(actor, order.id);
  }

  @Put(':id/draft')
  @ApiOperation({ operationId: 'ChangeCalendarDraft', summary: 'Save a draft, wrong or right' })
  @ApiOkResponse({ type: CalendarBody })
  @Problems(401, 403, 404, 409, 422)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() plan: ChangePlanBody,
  ): Promise<CalendarBody> {
    await this.changes.run(actor, id, version, plan);
    return this.calendars.run(actor, id);
  }

  @Delete(':id/draft')
  @HttpCode(204)
  @ApiOperation({ operationId: 'DiscardCalendarDraft', summary: 'Throw a draft away' })
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409, 422)
  discard(@CurrentActor() actor: Actor, @Param('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.changes.discard(actor, id, version);
  }

  @Post(':id/draft/check')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'CheckCalendar',
    summary: 'What is wrong with a draft, and what publishing it changes',
  })
  @ApiOkResponse({ type: CalendarCheckBody })
  @Problems(401, 403, 404)
  async check(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CalendarCheckBody> {
    return checkBody(await this.checks.run(actor, id));
  }

  @Post(':id/draft/import-preview')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'PreviewCalendarImport',
    summary: 'Read a pasted year against the draft; saves nothing',
  })
  @ApiOkResponse({ type: ImportPreviewBody })
  @Problems(401, 403, 404, 422)
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { year, text }: PreviewImportBody,
  ): Promise<ImportPreviewBody> {
    return previewBody(await this.imports.run(actor, id, year, text));
  }

  @Post(':id/draft/publish')
  @HttpCode(200)
  @ApiOperation({ operationId: 'PublishCalendar', summary: 'Make the draft the next version' })
  @ApiOkResponse({ type: CalendarBody })
  @Problems(401, 403, 404, 409, 422)
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { note }: PublishCalendarBody,
  ): Promise<CalendarBody> {
    await this.publications.run(actor, id, version, note);
    return this.calendars.run(actor, id);
  }
}
