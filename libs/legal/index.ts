export { LegalModule } from './legal.module.js';
export { LEGAL_ENTITIES } from './data/entities.js';
export { LEGAL_SWEEPS, PetitionSweep, RightSweep } from './jobs/petition-sweep.js';
export { ComputeLegalClocks } from './use-cases/compute-legal-clocks.js';
export { MarkAsPetition } from './use-cases/mark-as-petition.js';
export { RecordPetitionStage } from './use-cases/record-petition-stage.js';
export { SaveLegalFacts } from './use-cases/save-legal-facts.js';
export { ShowLegalClocks } from './use-cases/show-legal-clocks.js';
export { ShowPetition } from './use-cases/show-petition.js';
