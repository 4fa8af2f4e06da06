import { Readable } from 'node:stream';
import {
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, cursorOf, keyOf, SignedIn } from '@hotline/organization';
import { disposition, Problems } from '@hotline/platform';
import { DownloadExport } from '../use-cases/download-export.js';
import { EndExport } from '../use-cases/end-export.js';
import { ListExports } from '../use-cases/list-exports.js';
import { ExportBody, exportBody, ExportsBody, ExportsQuery } from './export-bodies.js';

@ApiTags('exports')
@Problems(401, 403, 404)
@Controller('api/exports')
export class ExportsController {
  constructor(
    private readonly listing: ListExports,
    private readonly ending: EndExport,
    private readonly download: DownloadExport,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ operationId: 'ListExports', summary: 'The files you asked for, newest first' })
  @ApiOkResponse({ type: ExportsBody })
  @Problems(422)
  async listExports(
    @CurrentActor() actor: Actor,
    @Query() { cursor, limit }: ExportsQuery,
  ): Promise<ExportsBody> {
    const after = keyOf(cursor, /^[0-9a-f-]{36}$/) ?? null;
    const { items, next } = await this.listing.run(actor, after, limit ?? 20);
    return { items: items.map(exportBody), nextCursor: cursorOf(next) };
  }

  @Get(':id')
  @SignedIn()
  @ApiOperation({ operationId: 'ShowExport', summary: 'How far a file has come' })
  @ApiOkResponse({ type: ExportBody })
  async showExport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ExportBody> {
    return exportBody(await this.listing.one(actor, id));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @SignedIn()
  @ApiOperation({ operationId: 'CancelExport', summary: 'Stop the writing of a file' })
  @ApiOkResponse({ type: ExportBody })
  @Problems(409)
  async cancelExport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ExportBody> {
    return exportBody(await this.ending.cancel(actor, id));
  }

  @Delete(':id')
  @SignedIn()
  @ApiOperation({ operationId: 'RemoveExport', summary: 'Throw a finished file away before its time' })
  @ApiOkResponse({ type: ExportBody })
  @Problems(409)
  async removeExport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ExportBody> {
    return exportBody(await this.ending.remove(actor, id));
  }

  @Get(':id/file')
  @SignedIn()
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ operationId: 'DownloadExport', summary: 'The finished file, to its owner alone' })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(409)
  async downloadExport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const { name, mediaType, length, bytes } = await this.download.run(actor, id);
    return new StreamableFile(Readable.from(bytes), {
      type: mediaType,
      disposition: disposition(name),
      length,
    });
  }
}
