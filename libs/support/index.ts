export { SupportModule } from './support.module.js';
export { AskSupport, type SupportWish } from './use-cases/ask-support.js';
export { RecuseFromTicket } from './use-cases/recuse-from-ticket.js';
export { ReportSupport } from './use-cases/report-support.js';
export { SignSupport } from './use-cases/sign-support.js';
export { InsistSupport, WithdrawSupport } from './use-cases/answer-decline.js';
export { DeclineSupport } from './use-cases/decline-support.js';
export { RecordIdentityConsent } from './use-cases/record-identity-consent.js';
export { WaiveSupport } from './use-cases/waive-support.js';
