import {
  Body,
  Controller,
  Get,
  Header,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { disposition, Problems } from '@hotline/platform';
import { DownloadAttachment } from '../use-cases/download-attachment.js';
import { UploadAttachment } from '../use-cases/upload-attachment.js';
import { AttachmentBody, UploadQuery } from './attachment-bodies.js';

const BYTES = { type: 'string', format: 'binary' } as const;

@ApiTags('attachments')
@Controller('api/attachments')
export class AttachmentsController {
  constructor(
    private readonly upload: UploadAttachment,
    private readonly download: DownloadAttachment,
  ) {}

  @Post()
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'UploadAttachment', summary: 'One file of at most 20 MB, as raw bytes' })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: BYTES })
  @ApiCreatedResponse({ type: AttachmentBody })
  @Problems(401, 403, 413, 415, 422)
  uploadAttachment(
    @CurrentActor() actor: Actor,
    @Query() { name }: UploadQuery,
    @Body() content: unknown,
  ): Promise<AttachmentBody> {
    return this.upload.run(actor, name, content);
  }

  @Get(':id')
  @Permit('ticket.read')
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({
    operationId: 'DownloadAttachment',
    summary: 'The bytes of a file, never shown in the page',
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: BYTES })
  @Problems(401, 403, 404)
  async downloadAttachment(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const { name, mediaType, content } = await this.download.run(actor, id);
    return new StreamableFile(content, {
      type: mediaType,
      disposition: disposition(name),
      length: content.length,
    });
  }
}
