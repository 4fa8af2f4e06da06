import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { AddNote } from '../use-cases/add-note.js';
import { ListNotes } from '../use-cases/list-notes.js';
import { ReadNotes } from '../use-cases/read-notes.js';
import { AddNoteBody, NotePageBody, NotesQuery } from './note-bodies.js';

@ApiTags('supervision')
@Problems(401, 403, 404, 422)
@Controller('api/tickets/:id/notes')
export class NotesController {
  constructor(
    private readonly add: AddNote,
    private readonly list: ListNotes,
    private readonly read: ReadNotes,
  ) {}

  @Get()
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'ListNotes', summary: 'Internal notes of a ticket, newest first' })
  @ApiOkResponse({ type: NotePageBody })
  listNotes(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Query() { cursor }: NotesQuery,
  ): Promise<NotePageBody> {
    return this.list.run(actor, ticketId, cursor);
  }

  @Post()
  @HttpCode(200)
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'AddNote', summary: 'Write an internal note; it moves no version' })
  @ApiOkResponse({ type: NotePageBody })
  async addNote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() { text, visible, mentions, correctsId, maskNumbers }: AddNoteBody,
  ): Promise<NotePageBody> {
    const note = { text, visible, mentions: mentions ?? [], correctsId: correctsId ?? null };
    await this.add.run(actor, ticketId, { ...note, mask: maskNumbers === true });
    return this.list.run(actor, ticketId, undefined);
  }

  @Post('read')
  @HttpCode(204)
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'ReadNotes', summary: 'The mentions of my units have been seen' })
  @ApiNoContentResponse()
  readNotes(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) ticketId: string): Promise<void> {
    return this.read.run(actor, ticketId);
  }
}
