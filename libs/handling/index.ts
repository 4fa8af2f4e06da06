import { ClockSweep } from './jobs/clock-sweep.js';

export * from './handling.module.js';
export { HANDLING_ENTITIES } from './data/entities.js';
export { ClockSweep };
export const HANDLING_SWEEPS = [ClockSweep];
export { LogWorkerContact } from './use-cases/log-worker-contact.js';
export { PassDown } from './use-cases/pass-down.js';
export { ReportHop } from './use-cases/report-hop.js';
export { RequestReturn } from './use-cases/request-return.js';
export { RevealIdentity } from './use-cases/reveal-identity.js';
export { ReviewReport } from './use-cases/review-report.js';
export { RuleReturn } from './use-cases/rule-return.js';
export { SignHop } from './use-cases/sign-hop.js';
export { reportHop } from './domain/report-hop.js';
export { grantReturn, refuseReturn, requestReturn, rulerOf } from './domain/return-steps.js';
export { acceptReport, sendBack } from './domain/review-report.js';
export { signHop } from './domain/sign-hop.js';
export { logContact } from './domain/worker-contact.js';
