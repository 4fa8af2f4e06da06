import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Problems } from '@hotline/platform';
import type { Actor } from '../domain/actor.js';
import { AddAccount } from '../use-cases/add-account.js';
import { ChangeAccount } from '../use-cases/change-account.js';
import { GrantMembership } from '../use-cases/grant-membership.js';
import { ListAccounts } from '../use-cases/list-accounts.js';
import { RevokeMembership } from '../use-cases/revoke-membership.js';
import {
  AccountBody,
  AccountPageBody,
  AccountsQuery,
  AddAccountBody,
  ChangeAccountBody,
  ChangedAccountBody,
  GrantMembershipBody,
  RevokeMembershipQuery,
} from './account-bodies.js';
import { AccountViews } from './account-views.js';
import { cursorOf, keyOf } from './cursor.js';
import { CurrentActor, Permit } from './permit.js';

@ApiTags('accounts')
@Controller('api/accounts')
@Permit('account.manage')
export class AccountsController {
  constructor(
    private readonly views: AccountViews,
    private readonly lists: ListAccounts,
    private readonly additions: AddAccount,
    private readonly changes: ChangeAccount,
    private readonly grants: GrantMembership,
    private readonly revocations: RevokeMembership,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'ListAccounts', summary: 'Accounts of your units, by sign-in name' })
  @ApiOkResponse({ type: AccountPageBody })
  @Problems(401, 403, 422)
  async list(@CurrentActor() actor: Actor, @Query() query: AccountsQuery): Promise<AccountPageBody> {
    const { q, unitId, limit = 50 } = query;
    const after = keyOf(query.cursor, /^[a-z0-9._-]{1,64}$/);
    const { items, next } = await this.lists.run(actor, { q, unitId, after, limit });
    return { items: items.map(this.views.of), nextCursor: cursorOf(next) };
  }

  @Post()
  @ApiOperation({ operationId: 'AddAccount', summary: 'Add an account with its first role' })
  @ApiCreatedResponse({ type: ChangedAccountBody })
  @Problems(401, 403, 409, 422)
  async add(
    @CurrentActor() actor: Actor,
    @Body() { kind = 'person', ...body }: AddAccountBody,
  ): Promise<ChangedAccountBody> {
    return this.views.changed(await this.additions.run(actor, { ...body, kind }));
  }

  @Patch(':id')
  @ApiOperation({
    operationId: 'ChangeAccount',
    summary: 'Rename, close or reopen an account, reset its password',
  })
  @ApiOkResponse({ type: ChangedAccountBody })
  @Problems(401, 403, 404, 409, 422)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ChangeAccountBody,
  ): Promise<ChangedAccountBody> {
    return this.views.changed(await this.changes.run(actor, id, version, body));
  }

  @Post(':id/memberships')
  @ApiOperation({
    operationId: 'GrantMembership',
    summary: 'Give a role in one of your units; never to yourself',
  })
  @ApiCreatedResponse({ type: AccountBody })
  @Problems(401, 403, 404, 409, 422)
  async grant(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { unitId, role }: GrantMembershipBody,
  ): Promise<AccountBody> {
    return this.views.of(await this.grants.run(actor, id, unitId, role));
  }

  @Delete(':id/memberships/:membershipId')
  @ApiOperation({ operationId: 'RevokeMembership', summary: 'Take a role away, from the next request on' })
  @ApiOkResponse({ type: AccountBody })
  @Problems(401, 403, 404, 409, 422)
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('membershipId', ParseUUIDPipe) membershipId: string,
    @Query() { forceReason }: RevokeMembershipQuery,
  ): Promise<AccountBody> {
    return this.views.of(await this.revocations.run(actor, id, membershipId, forceReason ?? null));
  }
}
