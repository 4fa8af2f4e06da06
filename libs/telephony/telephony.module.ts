import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { HealthReads } from './data/health-reads.js';
import { SourceRegistry } from './data/source-registry.js';
import { TelephoneStore } from './data/telephone-store.js';
import { SourcesController } from './http/sources.controller.js';
import { SourceViews } from './http/source-views.js';
import { TelephonesController } from './http/telephones.controller.js';
import { AddSource } from './use-cases/add-source.js';
import { CallListeners } from './use-cases/call-listeners.js';
import { ChangeSource } from './use-cases/change-source.js';
import { EndTelephone } from './use-cases/end-telephone.js';
import { GiveTelephone } from './use-cases/give-telephone.js';
import { ListSources } from './use-cases/list-sources.js';
import { ListTelephones } from './use-cases/list-telephones.js';
import { ShowSource } from './use-cases/show-source.js';
import { SourceHealth } from './use-cases/source-health.js';
import { TestSourceLine } from './use-cases/test-source-line.js';

/** Whoever keeps sources and telephones. */
const SWITCHBOARD_DESK = [
  AddSource,
  ChangeSource,
  EndTelephone,
  GiveTelephone,
  HealthReads,
  ListSources,
  ListTelephones,
  ShowSource,
  SourceHealth,
  SourceRegistry,
  SourceViews,
  TelephoneStore,
  TestSourceLine,
];

@Module({
  imports: [OrganizationModule],
  controllers: [SourcesController, TelephonesController],
  providers: [CallListeners, ...SWITCHBOARD_DESK],
  exports: [CallListeners],
})
export class TelephonyModule {}
