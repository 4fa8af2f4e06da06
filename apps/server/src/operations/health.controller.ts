import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { Public } from '@hotline/organization';
import { Problems, row } from '@hotline/platform';
import { Readiness } from './readiness.js';

export class HealthBody {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';
}

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(private readonly work: UnitOfWork) {}

  /** Touches nothing: says only that the process answers. */
  @Get('live')
  @Public()
  @ApiOperation({ operationId: 'ShowLiveness', summary: 'The process answers' })
  @ApiOkResponse({ type: HealthBody })
  live(): HealthBody {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({
    operationId: 'ShowReadiness',
    summary: 'The process can serve: started, not stopping, database there',
  })
  @ApiOkResponse({ type: HealthBody })
  @Problems(503)
  async ready(): Promise<HealthBody> {
    if (!Readiness.open) refuse('unavailable');
    await this.work.read({ accountId: null, prefixes: [] }, (tx) => row(tx, 'select 1'));
    return { status: 'ok' };
  }
}
