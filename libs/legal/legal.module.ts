import { Module } from '@nestjs/common';
import { CalendarModule } from '@hotline/calendar';
import { OrganizationModule } from '@hotline/organization';
import { TicketModule } from '@hotline/ticket';
import { LegalFactStore } from './data/legal-fact-store.js';
import { PetitionClocks } from './data/petition-clocks.js';
import { PetitionStore } from './data/petition-store.js';
import { PetitionViews } from './data/petition-views.js';
import { LegalController } from './http/legal.controller.js';
import { PetitionController } from './http/petition.controller.js';
import { PetitionSweep, RightSweep } from './jobs/petition-sweep.js';
import { ComputeLegalClocks } from './use-cases/compute-legal-clocks.js';
import { LapseRights } from './use-cases/lapse-rights.js';
import { MarkAsPetition } from './use-cases/mark-as-petition.js';
import { RecordPetitionStage } from './use-cases/record-petition-stage.js';
import { SaveLegalFacts } from './use-cases/save-legal-facts.js';
import { ShowLegalClocks } from './use-cases/show-legal-clocks.js';
import { ShowPetition } from './use-cases/show-petition.js';

const VERBS = [
  ComputeLegalClocks,
  ShowLegalClocks,
  SaveLegalFacts,
  MarkAsPetition,
  RecordPetitionStage,
  ShowPetition,
  LapseRights,
];

@Module({
  imports: [OrganizationModule, CalendarModule, TicketModule],
  controllers: [LegalController, PetitionController],
  providers: [
    ...VERBS,
    LegalFactStore,
    PetitionStore,
    PetitionClocks,
    PetitionViews,
    PetitionSweep,
    RightSweep,
  ],
  exports: [PetitionSweep, RightSweep],
})
export class LegalModule {}
