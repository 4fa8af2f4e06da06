import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Clock } from '@hotline/kernel';
import { type Configuration, PlatformModule } from '@hotline/platform';
import { HealthController } from './operations/health.controller.js';
import { MetricsController } from './operations/metrics.controller.js';
import { Telemetry } from './operations/telemetry.js';
import { Workers } from './operations/workers.js';
import { JOBS, PATH_KEEPERS, ROOM_ENTITIES, ROOM_MODULES } from './rooms.js';

/** Composes the rooms into one process. */
@Module({})
export class AppModule {
  static forRoot(configuration: Configuration, log: Logger, clock?: Clock, joined = false): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({
          configuration,
          log,
          entities: ROOM_ENTITIES,
          jobs: JOBS,
          pathKeepers: PATH_KEEPERS,
          joined,
          ...(clock ? { clock } : {}),
        }),
        ...ROOM_MODULES,
      ],
      controllers: [HealthController, MetricsController],
      providers: [Workers, Telemetry],
    };
  }
}
