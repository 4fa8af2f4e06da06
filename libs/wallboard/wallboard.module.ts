import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { PresenceModule } from '@hotline/presence';
import { TelephonyModule } from '@hotline/telephony';
import { TicketModule } from '@hotline/ticket';
import { AlarmReads } from './data/alarm-reads.js';
import { WallLimitStore } from './data/wall-limits.js';
import { WallboardController } from './http/wallboard.controller.js';
import { WallStreams } from './http/wall-streams.js';
import { MakeWall } from './use-cases/make-wall.js';
import { SetWallLimits } from './use-cases/set-wall-limits.js';
import { ShowWallLimits } from './use-cases/show-wall-limits.js';
import { WallUnit } from './use-cases/wall-unit.js';
import { Walls } from './use-cases/walls.js';

@Module({
  imports: [OrganizationModule, TelephonyModule, PresenceModule, TicketModule],
  controllers: [WallboardController],
  providers: [
    AlarmReads,
    WallLimitStore,
    MakeWall,
    SetWallLimits,
    ShowWallLimits,
    WallUnit,
    Walls,
    WallStreams,
  ],
  exports: [MakeWall, SetWallLimits, Walls],
})
export class WallboardModule {}
