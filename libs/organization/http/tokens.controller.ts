import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Problems } from '@hotline/platform';
import type { Actor } from '../domain/actor.js';
import { IssueToken } from '../use-cases/issue-token.js';
import { RevokeToken } from '../use-cases/revoke-token.js';
import { IssuedTokenBody, IssueTokenBody } from './account-bodies.js';
import { CurrentActor, Permit } from './permit.js';

@ApiTags('accounts')
@Controller('api/accounts/:id/tokens')
@Permit('account.manage')
export class TokensController {
  constructor(
    private readonly issues: IssueToken,
    private readonly revocations: RevokeToken,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'IssueToken', summary: 'Give a machine account a bearer token, shown once' })
  @ApiCreatedResponse({ type: IssuedTokenBody })
  @Problems(401, 403, 404, 422)
  issue(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { label, expiresAt }: IssueTokenBody,
  ): Promise<IssuedTokenBody> {
    return this.issues.run(actor, id, label, new Date(expiresAt));
  }

  @Delete(':tokenId')
  @HttpCode(204)
  @ApiOperation({ operationId: 'RevokeToken', summary: 'End a token, from the next request on' })
  @ApiNoContentResponse()
  @Problems(401, 403, 404)
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('tokenId', ParseUUIDPipe) tokenId: string,
  ): Promise<void> {
    return this.revocations.run(actor, id, tokenId);
  }
}
