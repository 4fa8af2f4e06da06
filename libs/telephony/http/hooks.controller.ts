import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiNoContentResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Public } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { ReceiveHook } from '../use-cases/receive-hook.js';

@ApiTags('telephony')
@Controller('api/telephony/hooks')
export class HooksController {
  constructor(private readonly receive: ReceiveHook) {}

  @Post(':source')
  @HttpCode(204)
  @Public()
  @ApiOperation({
    operationId: 'ReceiveHook',
    summary: 'Records of a call centre in a cloud, signed; answered when they are kept',
    description:
      'No session. `webhook-signature` is `v1,` and the base64 of HMAC-SHA256 over `webhook-id.webhook-timestamp.body` ' +
      'with the secret of the source (Standard Webhooks). A try repeated with the same `webhook-id` is kept once.',
  })
  @ApiHeader({
    name: 'webhook-id',
    required: true,
    schema: { type: 'string', pattern: '^[A-Za-z0-9_.:-]{8,128}$' },
  })
  @ApiHeader({
    name: 'webhook-timestamp',
    required: true,
    description: 'Seconds of the epoch, at most 5 minutes off',
  })
  @ApiHeader({
    name: 'webhook-signature',
    required: true,
    example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  })
  // Bytes until their signature is proved; the vendor's own media type does not matter.
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary', description: 'At most 256 KiB' } })
  @ApiNoContentResponse({ description: 'On record; do not send it again' })
  @Problems(401, 413, 422)
  async deliver(
    @Param('source', ParseUUIDPipe) source: string,
    @Headers('webhook-id') id: unknown,
    @Headers('webhook-timestamp') timestamp: unknown,
    @Headers('webhook-signature') signature: unknown,
    @Body() body: unknown,
  ): Promise<void> {
    await this.receive.run(source, { id, timestamp, signature }, body);
  }
}
