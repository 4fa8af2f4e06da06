import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Actors } from './data/actors.js';
import { UnitTree } from './data/unit-tree.js';
import { PermitCheck } from './http/permit-check.js';
import { SessionGuard } from './http/session.guard.js';

const SHARED = [UnitTree, Actors, PermitCheck];

@Module({
  imports: [DiscoveryModule],
  providers: [...SHARED, { provide: APP_GUARD, useClass: SessionGuard }],
  exports: SHARED,
})
export class OrganizationModule {}
