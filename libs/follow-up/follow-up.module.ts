import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { TicketModule } from '@hotline/ticket';

@Module({ imports: [OrganizationModule, TicketModule] })
export class FollowUpModule {}
