import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { ExportStore } from './data/export-store.js';
import { PieceStore } from './data/piece-store.js';
import { ExportsController } from './http/exports.controller.js';
import { ForgetExportsSweep } from './jobs/forget-exports-sweep.js';
import { DownloadExport } from './use-cases/download-export.js';
import { EndExport } from './use-cases/end-export.js';
import { ExportContents } from './use-cases/export-contents.js';
import { ForgetExports } from './use-cases/forget-exports.js';
import { ListExports } from './use-cases/list-exports.js';
import { OrderExport } from './use-cases/order-export.js';
import { WriteExport } from './use-cases/write-export.js';

const STORES = [ExportStore, PieceStore];
const DESK = [ExportContents, OrderExport, ListExports, EndExport, DownloadExport];
const JOBS = [WriteExport, ForgetExports, ForgetExportsSweep];

@Module({
  imports: [OrganizationModule],
  controllers: [ExportsController],
  providers: [...STORES, ...DESK, ...JOBS],
  exports: [ExportContents, OrderExport, WriteExport, ForgetExports, ForgetExportsSweep],
})
export class ExportsModule {}
