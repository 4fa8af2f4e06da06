export { SupportModule } from './support.module.js';
export { AskSupport, type SupportWish } from './use-cases/ask-support.js';
export { RecuseFromTicket } from './use-cases/recuse-from-ticket.js';
export { ReportSupport } from './use-cases/report-support.js';
export { SignSupport } from './use-cases/sign-support.js';
