import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';

@Module({ imports: [OrganizationModule] })
export class MetricsModule {}
