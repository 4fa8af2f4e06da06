import { ForgetExportsSweep } from './jobs/forget-exports-sweep.js';
import { WriteExport } from './use-cases/write-export.js';

export { daysName, filled } from './domain/filled.js';
export * from './domain/sheet.js';
export type { ExportForm, ExportLanguage, ExportQuestion } from './domain/export.js';
export type { ShownExport } from './data/export-rows.js';
export { EXPORT_ENTITIES } from './data/entities.js';
export { ExportsModule } from './exports.module.js';
export { ExportBody, exportBody, ExportWishBody } from './http/export-bodies.js';
export { EXPORT_JOBS } from './jobs/write-export-job.js';
export {
  type ExportContent,
  ExportContents,
  type ExportHead,
  type ExportPage,
  type Settled,
} from './use-cases/export-contents.js';
export { OrderExport } from './use-cases/order-export.js';
export const EXPORT_HANDLERS = [WriteExport];
export const EXPORT_SWEEPS = [ForgetExportsSweep];
